const TICKS = 2 ** 33;

/** Timestamps of MPEG-TS have 33 bits and start again at 0 after 26.5 hours. */
export function wrapTicks(ticks: number): number {
  return ((Math.round(ticks) % TICKS) + TICKS) % TICKS;
}

export const STREAM_ID = { video: 0xe0, audio: 0xc0, metadata: 0xbd } as const;

/** A PES packet with a presentation time only: without B-frames nothing is decoded out of order. */
export function pesPacket(streamId: number, pts: number, payload: Uint8Array): Buffer {
  const header = Buffer.alloc(14);
  header.writeUIntBE(0x000001, 0, 3);
  header[3] = streamId;
  // Zero means "until the next one begins", which only video may say.
  header.writeUInt16BE(streamId === STREAM_ID.video ? 0 : payload.length + 8, 4);
  header[6] = 0x84; // data alignment: the payload begins with a picture, a frame of sound, a tag
  header[7] = 0x80; // PTS, no DTS
  header[8] = 5;
  const ticks = wrapTicks(pts);
  header[9] = 0x21 | (Math.floor(ticks / 2 ** 30) << 1);
  header.writeUInt16BE(((Math.floor(ticks / 2 ** 15) % 2 ** 15) << 1) | 1, 10);
  header.writeUInt16BE(((ticks % 2 ** 15) << 1) | 1, 12);
  return Buffer.concat([header, payload]);
}
