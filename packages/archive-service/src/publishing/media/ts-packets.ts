/** Bytes of an MPEG-TS packet. */
export const PACKET_BYTES = 188;
const SYNC_BYTE = 0x47;
/** So much of a chunk is joined to what is left of those before: with it every packet that begins there is whole, and known to be one. */
const JOINED = 2 * PACKET_BYTES;
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
  /** What is left of the chunks before: the first bytes of this, and behind them, for a moment, the beginning of the next chunk. */
  readonly #joint = new Uint8Array(PACKET_BYTES + JOINED);
  #rest = 0;
  /** Offset in the file of the first byte that is left. */
  #offset: number;

  /** @param offset - where in the file the first byte lies */
  constructor(take: (packet: TsPacket) => void, offset = 0) {
    this.#take = take;
    this.#offset = offset;
  }

  push(chunk: Uint8Array): void {
    const rest = this.#rest;
    let at = 0;
    if (rest > 0) {
      const joined = this.#append(chunk, 0, Math.min(chunk.length, JOINED));
      at = this.#walk(this.#joint, joined, 0, rest, this.#offset);
      if (at < rest) {
        this.#joint.copyWithin(0, at, joined);
        this.#rest = joined - at;
        this.#offset += at;
        return;
      }
      this.#offset += rest;
      at -= rest;
    }
    at = this.#walk(chunk, chunk.length, at, chunk.length, this.#offset);
    this.#rest = 0;
    // A copy: a stream may use the chunk's memory again.
    this.#rest = this.#append(chunk, at, chunk.length);
    this.#offset += at;
  }

  /** Takes the last packet, behind which there is nothing more; to be called at the file's end. */
  flush(): void {
    const isPacket = this.#rest === PACKET_BYTES && this.#joint[0] === SYNC_BYTE;
    if (isPacket && this.#packet.read(this.#joint, 0, this.#offset)) this.#take(this.#packet);
  }

  /** Takes the packets that begin between `at` and `limit`. @returns where the next one may begin */
  #walk(bytes: Uint8Array, length: number, at: number, limit: number, offset: number): number {
    // Whether a packet begins here is known with the first byte behind it.
    while (at < limit && at + PACKET_BYTES < length) {
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

  /** Puts bytes behind what is left, one by one: a view of so few costs more. @returns where they end */
  #append(bytes: Uint8Array, begin: number, end: number): number {
    let to = this.#rest;
    for (let at = begin; at < end; at += 1) this.#joint[to++] = bytes[at] ?? 0;
    return to;
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
