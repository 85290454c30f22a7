/** A picture or a frame of sound; `time` is when it is presented, in seconds. */
export interface TimedPacket {
  readonly timestamp: number;
  readonly duration: number;
}

/** So much may two equal times differ by rounding. */
const ROUNDING_SECONDS = 1e-6;

/**
 * The pictures up to the first place at or after `seconds` where everything before is also shown before: pictures may come in another order than
 * they are shown in, and one that is left out must not be missed by one that is kept.
 *
 * @param packets - in the order of decoding
 */
export function picturesUntil<Packet extends TimedPacket>(
  packets: readonly Packet[],
  seconds: number,
): readonly Packet[] {
  const earliestAfter = new Array<number>(packets.length + 1).fill(Infinity);
  for (let index = packets.length - 1; index >= 0; index -= 1)
    earliestAfter[index] = Math.min(
      earliestAfter[index + 1] ?? Infinity,
      packets[index]?.timestamp ?? Infinity,
    );
  let latest = -Infinity;
  for (const [index, { timestamp }] of packets.entries()) {
    const next = earliestAfter[index] ?? Infinity;
    if (next >= seconds - ROUNDING_SECONDS && latest < next) return packets.slice(0, index);
    latest = Math.max(latest, timestamp);
  }
  return packets;
}

/** Where the last of the packets ends, in seconds. */
export function endOf(packets: readonly TimedPacket[]): number {
  return packets.reduce((end, { timestamp, duration }) => Math.max(end, timestamp + duration), 0);
}
