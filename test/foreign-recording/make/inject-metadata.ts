import type { Metadata } from './metadata.ts';

const PACKET = 188;
const ID3_PID = 0x1f0;
/** Where ffmpeg puts its streams. */
const PMT_PID = 0x1000;
const VIDEO_PID = 0x100;
const PICTURE_TICKS = 90_000 / 25;

/**
 * Adds a stream of timed metadata to MPEG-TS that ffmpeg wrote: it becomes known in each program map, and each text lies before its picture.
 * @param firstPicture - number of the picture with which the take begins
 * @param firstPts - its time stamp
 */
export function injectMetadata(
  ts: Buffer,
  texts: readonly Metadata[],
  firstPicture: number,
  firstPts: number,
  counter: { value: number },
): Buffer {
  const out: Buffer[] = [];
  for (let at = 0; at < ts.length; at += PACKET) {
    const packet = Buffer.from(ts.subarray(at, at + PACKET));
    const pid = packet.readUInt16BE(1) & 0x1fff;
    const starts = ((packet[1] ?? 0) & 0x40) !== 0;
    if (pid === PMT_PID && starts) announce(packet);
    const pts = pid === VIDEO_PID && starts ? ptsOf(packet) : undefined;
    for (const text of texts) {
      const due = firstPts + (text.picture - firstPicture) * PICTURE_TICKS;
      if (pts === due) out.push(...packetsOf(text, due, counter));
    }
    out.push(packet);
  }
  return Buffer.concat(out);
}

/** Time stamp of the PES packet that begins in a transport packet. */
export function ptsOf(packet: Buffer): number | undefined {
  const hasField = ((packet[3] ?? 0) & 0x20) !== 0;
  const at = hasField ? 5 + (packet[4] ?? 0) : 4;
  if (packet.readUIntBE(at, 3) !== 1 || ((packet[at + 7] ?? 0) & 0x80) === 0) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = packet.subarray(at + 9, at + 14);
  return (a & 0x0e) * 2 ** 29 + (b << 22) + ((c & 0xfe) << 14) + (d << 7) + (e >> 1);
}

/** The first video time stamp of a file. */
export function firstPtsOf(ts: Buffer): number {
  for (let at = 0; at < ts.length; at += PACKET) {
    const packet = ts.subarray(at, at + PACKET);
    const isVideo = (packet.readUInt16BE(1) & 0x1fff) === VIDEO_PID && ((packet[1] ?? 0) & 0x40) !== 0;
    const pts = isVideo ? ptsOf(packet) : undefined;
    if (pts !== undefined) return pts;
  }
  throw new Error('the file has no picture');
}

/** Stream type 0x15 with the descriptors of Apple's "Timed Metadata for HTTP Live Streaming", in place of stuffing. */
function announce(packet: Buffer): void {
  const section = 5 + (packet[4] ?? 0);
  const length = packet.readUInt16BE(section + 1) & 0x0fff;
  const descriptor = [
    0x26, 0x0d, 0xff, 0xff, 0x49, 0x44, 0x33, 0x20, 0xff, 0x49, 0x44, 0x33, 0x20, 0x00, 0x0f,
  ];
  const stream = Buffer.from([
    0x15,
    0xe0 | (ID3_PID >> 8),
    ID3_PID & 0xff,
    0xf0,
    descriptor.length,
    ...descriptor,
  ]);
  const crcAt = section + 3 + length - 4;
  stream.copy(packet, crcAt);
  packet.writeUInt16BE(0xb000 | (length + stream.length), section + 1);
  const end = crcAt + stream.length;
  packet.writeUInt32BE(crc32(packet.subarray(section, end)), end);
}

function packetsOf({ data, missingBytes = 0 }: Metadata, pts: number, counter: { value: number }): Buffer[] {
  const stamp = [
    0x21 | (Math.floor(pts / 2 ** 30) << 1),
    (pts >> 22) & 0xff,
    0x01 | ((pts >> 14) & 0xfe),
    (pts >> 7) & 0xff,
    0x01 | ((pts << 1) & 0xfe),
  ];
  const length = 8 + data.length + missingBytes;
  const header = [0, 0, 1, 0xbd, length >> 8, length & 0xff, 0x84, 0x80, 5, ...stamp];
  const pes = Buffer.concat([Buffer.from(header), data]);
  const packets: Buffer[] = [];
  for (let at = 0; at < pes.length;) {
    const part = pes.subarray(at, at + PACKET - 4);
    const room = PACKET - 4 - part.length;
    const head = [
      0x47,
      (at === 0 ? 0x40 : 0) | (ID3_PID >> 8),
      ID3_PID & 0xff,
      (room > 0 ? 0x30 : 0x10) | counter.value,
    ];
    const field = room === 0 ? [] : room === 1 ? [0] : [room - 1, 0, ...Array<number>(room - 2).fill(0xff)];
    packets.push(Buffer.concat([Buffer.from([...head, ...field]), part]));
    counter.value = (counter.value + 1) & 0x0f;
    at += part.length;
  }
  return packets;
}

/** Of MPEG-2 systems: polynomial 0x04c11db7, not reflected. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
