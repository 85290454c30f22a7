/** What is read of a PES packet's beginning. Times are 90 kHz ticks, 33 bits. */
export interface PesHeader {
  readonly pts: number;
  readonly dts: number;
  /** Where in the payload its data begins. */
  readonly dataAt: number;
  /** Bytes of data that the packet says it has; 0 where it does not say, as video mostly does not. */
  readonly dataBytes: number;
}

/**
 * Reads what lies from `begin` to `end`, without making a view of it: there are hundreds in each file.
 * @returns `undefined` where no PES packet with a time stamp begins here.
 */
export function readPesHeader(bytes: Uint8Array, begin: number, end: number): PesHeader | undefined {
  const length = end - begin;
  if (length < 14 || bytes[begin] !== 0 || bytes[begin + 1] !== 0 || bytes[begin + 2] !== 1) return undefined;
  const flags = bytes[begin + 7] ?? 0;
  if ((flags & 0x80) === 0) return undefined;
  const headerBytes = bytes[begin + 8] ?? 0;
  const packetBytes = ((bytes[begin + 4] ?? 0) << 8) | (bytes[begin + 5] ?? 0);
  const pts = timeStamp(bytes, begin + 9);
  return {
    pts,
    dts: (flags & 0x40) !== 0 && length >= 19 ? timeStamp(bytes, begin + 14) : pts,
    dataAt: Math.min(9 + headerBytes, length),
    dataBytes: packetBytes === 0 ? 0 : Math.max(packetBytes - 3 - headerBytes, 0),
  };
}

/** Multiplied, not shifted: 33 bits do not fit into the 32 of a bit operation. */
function timeStamp(bytes: Uint8Array, at: number): number {
  const high = (((bytes[at] ?? 0) >> 1) & 7) * 2 ** 30;
  const middle = ((bytes[at + 1] ?? 0) << 22) + (((bytes[at + 2] ?? 0) >> 1) << 15);
  return high + middle + ((bytes[at + 3] ?? 0) << 7) + ((bytes[at + 4] ?? 0) >> 1);
}
