export const PID = { pat: 0x0000, pmt: 0x1000, video: 0x0100, audio: 0x0101, metadata: 0x0102 } as const;

const PROGRAM = 1;
const STREAM_TYPE = { h264: 0x1b, aac: 0x0f, metadata: 0x15 } as const;

// Application format 0xFFFF and format 0xFF say "by identifier"; the identifier is 'ID3 ' both times.
const BY_ID3 = [0xff, 0xff, 0x49, 0x44, 0x33, 0x20, 0xff, 0x49, 0x44, 0x33, 0x20, 0x00];
/** metadata_pointer_descriptor: this program carries ID3 metadata, within this transport stream. */
const METADATA_POINTER = [0x25, BY_ID3.length + 3, ...BY_ID3, 0x1f, 0x00, PROGRAM];
/** metadata_descriptor: this elementary stream is ID3 metadata. */
const METADATA = [0x26, BY_ID3.length + 1, ...BY_ID3, 0x0f];

/** The program association table: one program. */
export const PROGRAM_ASSOCIATION = section(0x00, [0x00, PROGRAM, 0xe0 | (PID.pmt >> 8), PID.pmt & 0xff]);

/** The program map table: picture, sound and timed metadata (stream type 0x15, as Apple's HLS describes it). */
export const PROGRAM_MAP = section(0x02, [
  0xe0 | (PID.video >> 8),
  PID.video & 0xff, // carries the program clock
  ...counted(METADATA_POINTER),
  ...elementary(STREAM_TYPE.h264, PID.video),
  ...elementary(STREAM_TYPE.aac, PID.audio),
  ...elementary(STREAM_TYPE.metadata, PID.metadata, METADATA),
]);

function elementary(type: number, pid: number, descriptors: readonly number[] = []): number[] {
  return [type, 0xe0 | (pid >> 8), pid & 0xff, ...counted(descriptors)];
}

function counted(descriptors: readonly number[]): number[] {
  return [0xf0 | (descriptors.length >> 8), descriptors.length & 0xff, ...descriptors];
}

/** A table's section with its pointer field, ready for a packet's payload. */
function section(tableId: number, body: readonly number[]): Buffer {
  const length = 5 + body.length + 4;
  const bytes = [tableId, 0xb0 | (length >> 8), length & 0xff, 0x00, PROGRAM, 0xc1, 0x00, 0x00, ...body];
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(bytes));
  return Buffer.from([0x00, ...bytes, ...crc]);
}

/** CRC-32/MPEG-2: not reflected and not inverted, unlike the one of zip files. */
function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
