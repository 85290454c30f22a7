/** What is read of a PES packet's beginning. Times are 90 kHz ticks, 33 bits. */
export interface PesHeader {
  readonly pts: number;
  readonly dts: number;
  /** Where in the payload its data begins. */
  readonly dataAt: number;
  /** Bytes of data that the packet says it has; 0 where it does not say, as video mostly does not. */
  readonly dataBytes: number;
}

/** @returns `undefined` where no PES packet with a time stamp begins here. */
export function readPesHeader(payload: Uint8Array): PesHeader | undefined {
  if (payload.length < 14 || payload[0] !== 0 || payload[1] !== 0 || payload[2] !== 1) return undefined;
  const flags = payload[7] ?? 0;
  if ((flags & 0x80) === 0) return undefined;
  const headerBytes = payload[8] ?? 0;
  const packetBytes = ((payload[4] ?? 0) << 8) | (payload[5] ?? 0);
  const pts = timeStamp(payload, 9);
  return {
    pts,
    dts: (flags & 0x40) !== 0 && payload.length >= 19 ? timeStamp(payload, 14) : pts,
    dataAt: Math.min(9 + headerBytes, payload.length),
    dataBytes: packetBytes === 0 ? 0 : Math.max(packetBytes - 3 - headerBytes, 0),
  };
}

/** Multiplied, not shifted: 33 bits do not fit into the 32 of a bit operation. */
function timeStamp(bytes: Uint8Array, at: number): number {
  const high = (((bytes[at] ?? 0) >> 1) & 7) * 2 ** 30;
  const middle = ((bytes[at + 1] ?? 0) << 22) + (((bytes[at + 2] ?? 0) >> 1) << 15);
  return high + middle + ((bytes[at + 3] ?? 0) << 7) + ((bytes[at + 4] ?? 0) >> 1);
}
