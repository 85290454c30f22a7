/** A tiny writer of MPEG-TS for tests: real packets with just what publishing reads, so that each oddity can be made by hand. */
export const PIDS = { pmt: 0x100, video: 0x101, audio: 0x102, id3: 0x103 } as const;

const PACKET = 188;
const AUD = [0, 0, 0, 1, 9, 0xf0];
const SPS = [0, 0, 0, 1, 0x67, 1, 2, 3];
const PPS = [0, 0, 0, 1, 0x68, 1, 2];
const SEI = [0, 0, 1, 6, 5, 1, 2, 3];

/** One or more packets that carry `data`, the last one filled up by an adaptation field. */
export function packets(pid: number, data: Uint8Array): Buffer {
  const out: Buffer[] = [];
  let at = 0;
  do {
    const part = data.subarray(at, at + PACKET - 4);
    const stuffing = PACKET - 4 - part.length;
    const starts = at === 0 ? 0x40 : 0;
    const head = [0x47, starts | (pid >> 8), pid & 0xff, stuffing > 0 ? 0x30 : 0x10];
    const field =
      stuffing === 0
        ? []
        : [stuffing - 1, ...(stuffing > 1 ? [0, ...Array<number>(stuffing - 2).fill(0xff)] : [])];
    out.push(Buffer.from([...head, ...field, ...part]));
    at += part.length;
  } while (at < data.length);
  return Buffer.concat(out);
}

export function pat(): Buffer {
  return packets(0, section(0x00, [0, 1, 0xc1, 0, 0, 0, 1, 0xe0 | (PIDS.pmt >> 8), PIDS.pmt & 0xff]));
}

export function pmt({ video = 0x1b, audio = 0x0f }: { video?: number; audio?: number } = {}): Buffer {
  const stream = (type: number, pid: number): number[] => [type, 0xe0 | (pid >> 8), pid & 0xff, 0xf0, 0];
  const streams = [...stream(video, PIDS.video), ...stream(audio, PIDS.audio), ...stream(0x15, PIDS.id3)];
  return packets(PIDS.pmt, section(0x02, [0, 1, 0xc1, 0, 0, 0xe1, 1, 0xf0, 0, ...streams]));
}

/** A picture; `filler` bytes make it fill several packets. */
export function picture(pts: number, { key = false, dts = pts, filler = 300 } = {}): Buffer {
  const slice = [0, 0, 1, key ? 0x65 : 0x41, ...Array<number>(filler).fill(0x88)];
  const data = [...AUD, ...(key ? [...SPS, ...PPS] : []), ...SEI, ...slice];
  return packets(PIDS.video, pes(0xe0, pts, dts, Uint8Array.from(data), 0));
}

/** Sound: so many AAC frames of 48 kHz in one PES packet. */
export function sound(pts: number, frames = 1): Buffer {
  const frame = [0xff, 0xf1, 0x4c, 0x80, 0x02, 0x1f, 0xfc, ...Array<number>(9).fill(0x21)];
  return packets(
    PIDS.audio,
    pes(0xc0, pts, pts, Uint8Array.from(Array.from({ length: frames }, () => frame).flat())),
  );
}

/** Timed metadata as IVS writes it: a PRIV frame of an owner with a text. */
export function metadata(pts: number, text: string, owner = 'metadata.live-video.net'): Buffer {
  return packets(PIDS.id3, pes(0xbd, pts, pts, id3('PRIV', Buffer.from(`${owner}\0${text}`))));
}

/** The clock that IVS writes at each segment's first picture. */
export function clockFrame(pts: number, programTime: number): Buffer {
  const text = JSON.stringify({ transc_r: programTime });
  const frame = Buffer.concat([Buffer.from([3]), Buffer.from(`segmentmetadata\0${text}`)]);
  return packets(PIDS.id3, pes(0xbd, pts, pts, id3('TXXX', frame)));
}

/** A PES packet; `declared` overrides the length that it says it has. */
export function pes(streamId: number, pts: number, dts: number, data: Uint8Array, declared?: number): Buffer {
  const times = dts === pts ? stamp(pts, 2) : [...stamp(pts, 3), ...stamp(dts, 1)];
  const length = declared ?? data.length + 3 + times.length;
  const head = [
    0,
    0,
    1,
    streamId,
    length >> 8,
    length & 0xff,
    0x80,
    dts === pts ? 0x80 : 0xc0,
    times.length,
    ...times,
  ];
  return Buffer.concat([Buffer.from(head), data]);
}

export function id3(name: 'PRIV' | 'TXXX', content: Uint8Array): Buffer {
  const frame = Buffer.concat([Buffer.from(name), syncSafe(content.length), Buffer.from([0, 0]), content]);
  return Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0]), syncSafe(frame.length), frame]);
}

function syncSafe(value: number): Buffer {
  return Buffer.from([(value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127]);
}

function section(tableId: number, body: readonly number[]): Buffer {
  const length = body.length + 4;
  return Buffer.from([0, tableId, 0xb0 | (length >> 8), length & 0xff, ...body, 0, 0, 0, 0]);
}

/** 33 bits in five bytes, with marker bits between. */
function stamp(time: number, prefix: number): number[] {
  const wrapped = ((time % 2 ** 33) + 2 ** 33) % 2 ** 33;
  const high = Math.floor(wrapped / 2 ** 30);
  const low = wrapped % 2 ** 30;
  return [
    (prefix << 4) | (high << 1) | 1,
    (low >> 22) & 0xff,
    ((low >> 14) & 0xfe) | 1,
    (low >> 7) & 0xff,
    ((low << 1) & 0xfe) | 1,
  ];
}

/** A media file: PAT and PMT before every keyframe, pictures of 3000 ticks, a sound beside each, as a good encoder writes it. */
export function mediaFile({
  start = 90_000,
  pictures = 60,
  gop = 30,
  extra = new Map<number, Buffer>(),
} = {}): Buffer {
  const parts: Buffer[] = [];
  for (let index = 0; index < pictures; index += 1) {
    const pts = start + index * 3000;
    const key = index % gop === 0;
    if (key) parts.push(pat(), pmt());
    parts.push(picture(pts, { key }), sound(pts), extra.get(index) ?? Buffer.alloc(0));
  }
  return Buffer.concat(parts);
}
