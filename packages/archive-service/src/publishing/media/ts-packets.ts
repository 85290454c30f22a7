/** Bytes of an MPEG-TS packet. */
export const PACKET_BYTES = 188;
const SYNC_BYTE = 0x47;

/** One MPEG-TS packet, as far as this service needs to know it. */
export interface TsPacket {
  /** Where in the file it begins. */
  readonly offset: number;
  readonly pid: number;
  /** Whether a PES packet or a section begins in it. */
  readonly starts: boolean;
  /** What it carries; empty where it only carries an adaptation field. A view that is overwritten later: copy what is to be kept. */
  readonly payload: Uint8Array;
}

/**
 * Cuts a file that arrives in chunks into its packets. Where the sync byte is lost (a damaged or shortened file) it goes on at the next place
 * where two packets follow each other. What it gives depends on the bytes alone, never on where the chunks end. Holds one packet at most between
 * chunks.
 */
export class PacketReader {
  #rest: Uint8Array = new Uint8Array(0);
  /** Offset in the file of the first byte of `#rest`. */
  #offset = 0;

  *push(chunk: Uint8Array): Generator<TsPacket> {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    // Whether a packet begins here is known with the first byte behind it.
    while (at + PACKET_BYTES < bytes.length) {
      if (!isPacketStart(bytes, at)) {
        at += 1;
        continue;
      }
      const packet = readPacket(bytes, at, this.#offset + at);
      if (packet) yield packet;
      at += PACKET_BYTES;
    }
    // A copy: a stream may use the chunk's memory again.
    this.#rest = Uint8Array.from(bytes.subarray(at));
    this.#offset += at;
  }

  /** The last packet, behind which there is nothing more; to be called at the file's end. */
  *flush(): Generator<TsPacket> {
    const isPacket = this.#rest.length === PACKET_BYTES && this.#rest[0] === SYNC_BYTE;
    const packet = isPacket ? readPacket(this.#rest, 0, this.#offset) : undefined;
    if (packet) yield packet;
  }
}

/** A sync byte inside a packet is common: one counts only if the next packet's follows. */
function isPacketStart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === SYNC_BYTE && bytes[at + PACKET_BYTES] === SYNC_BYTE;
}

function readPacket(bytes: Uint8Array, at: number, offset: number): TsPacket | undefined {
  const second = bytes[at + 1] ?? 0;
  const control = ((bytes[at + 3] ?? 0) >> 4) & 3;
  const damaged = (second & 0x80) !== 0;
  if (damaged) return undefined;
  const adaptation = control & 2 ? 1 + (bytes[at + 4] ?? 0) : 0;
  const begin = control & 1 ? Math.min(4 + adaptation, PACKET_BYTES) : PACKET_BYTES;
  return {
    offset,
    pid: ((second & 0x1f) << 8) | (bytes[at + 2] ?? 0),
    starts: (second & 0x40) !== 0,
    payload: bytes.subarray(at + begin, at + PACKET_BYTES),
  };
}
