/** Bytes of an MPEG-TS packet. */
export const PACKET_BYTES = 188;
const SYNC_BYTE = 0x47;
/** No PID: those have thirteen bits. */
export const NONE = -1;

/** One MPEG-TS packet, as far as this service needs to know it. The next one overwrites it, and its bytes too: copy what is to be kept. */
export interface TsPacket {
  /** Where in the file it begins. */
  readonly offset: number;
  readonly pid: number;
  /** Whether a PES packet or a section begins in it. */
  readonly starts: boolean;
  /** What it carries lies from `begin` to `end` of these; both are equal where it only carries an adaptation field. */
  readonly bytes: Uint8Array;
  readonly begin: number;
  readonly end: number;
  /** What it carries, as a view made for whoever asks: most packets are never looked into. */
  readonly payload: Uint8Array;
}

/**
 * Cuts a file that arrives in chunks into its packets. Where the sync byte is lost (a damaged or shortened file) it goes on at the next place
 * where two packets follow each other. What it gives depends on the bytes alone, never on where the chunks end. Holds one packet at most between
 * chunks, and makes no object for each.
 */
export class PacketReader {
  /** A PID whose packets in which nothing begins are passed over: most of a file is the middle of pictures. */
  passOver = NONE;
  readonly #packet = new PacketView();
  readonly #take: (packet: TsPacket) => void;
  #rest: Uint8Array = new Uint8Array(0);
  /** Offset in the file of the first byte of `#rest`. */
  #offset: number;

  /** @param offset - where in the file the first byte lies */
  constructor(take: (packet: TsPacket) => void, offset = 0) {
    this.#take = take;
    this.#offset = offset;
  }

  push(chunk: Uint8Array): void {
    const rest = this.#rest;
    // Of a chunk only so much is copied as it takes to know every packet that begins before it.
    const joint = rest.length === 0 ? rest : Buffer.concat([rest, chunk.subarray(0, 2 * PACKET_BYTES)]);
    let at = this.#walk(joint, 0, rest.length, this.#offset);
    if (at < rest.length) {
      this.#keep(joint, at);
      return;
    }
    this.#offset += rest.length;
    at = this.#walk(chunk, at - rest.length, chunk.length, this.#offset);
    this.#keep(chunk, at);
  }

  /** Takes the last packet, behind which there is nothing more; to be called at the file's end. */
  flush(): void {
    const isPacket = this.#rest.length === PACKET_BYTES && this.#rest[0] === SYNC_BYTE;
    if (isPacket && this.#packet.read(this.#rest, 0, this.#offset)) this.#take(this.#packet);
  }

  /** Takes the packets that begin between `at` and `limit`. @returns where the next one may begin */
  #walk(bytes: Uint8Array, at: number, limit: number, offset: number): number {
    // Whether a packet begins here is known with the first byte behind it.
    while (at < limit && at + PACKET_BYTES < bytes.length) {
      // A sync byte inside a packet is common: one counts only if the next packet's follows.
      if (bytes[at] === SYNC_BYTE && bytes[at + PACKET_BYTES] === SYNC_BYTE) {
        const second = bytes[at + 1] ?? 0;
        const isMiddle = (second & 0x40) === 0 && pidOf(second, bytes[at + 2] ?? 0) === this.passOver;
        if (!isMiddle && this.#packet.read(bytes, at, offset + at)) this.#take(this.#packet);
        at += PACKET_BYTES;
      } else at += 1;
    }
    return at;
  }

  #keep(bytes: Uint8Array, at: number): void {
    // A copy: a stream may use the chunk's memory again.
    this.#rest = Uint8Array.prototype.slice.call(bytes, at);
    this.#offset += at;
  }
}

class PacketView implements TsPacket {
  offset = 0;
  pid = 0;
  starts = false;
  bytes: Uint8Array = new Uint8Array(0);
  begin = 0;
  end = 0;

  get payload(): Uint8Array {
    return this.bytes.subarray(this.begin, this.end);
  }

  /** @returns false for a packet that says it is damaged */
  read(bytes: Uint8Array, at: number, offset: number): boolean {
    const second = bytes[at + 1] ?? 0;
    if ((second & 0x80) !== 0) return false;
    const control = ((bytes[at + 3] ?? 0) >> 4) & 3;
    const adaptation = control & 2 ? 1 + (bytes[at + 4] ?? 0) : 0;
    this.offset = offset;
    this.pid = pidOf(second, bytes[at + 2] ?? 0);
    this.starts = (second & 0x40) !== 0;
    this.bytes = bytes;
    this.end = at + PACKET_BYTES;
    this.begin = control & 1 ? Math.min(at + 4 + adaptation, this.end) : this.end;
    return true;
  }
}

function pidOf(second: number, third: number): number {
  return ((second & 0x1f) << 8) | third;
}
