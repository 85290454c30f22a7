import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeBed, SAMPLE_RATE } from './audio.ts';
import { feed, ffmpeg } from './ffmpeg.ts';
import { FPS, FRAMES, GOP_FRAMES } from './timeline.ts';

export interface Rendition {
  name: string;
  width: number;
  height: number;
  /** Kilobits per second, chosen so that both together stay well under 8 MB. */
  rate: number;
  /** How hard libx264 tries; as hard as it can where it is not said. */
  preset?: string;
  /** How often the rate may be exceeded for a while, and how much of a second's rate its buffer holds. */
  bursts?: { most: number; buffer: number };
  /** Strength of a camera's noise, from 0 to 100: drawn pictures have none, and need hardly any bits without. */
  grain?: number;
}

export const RENDITIONS: readonly Rendition[] = [
  { name: 'show-720p', width: 1280, height: 720, rate: 312 },
  { name: 'show-360p', width: 640, height: 360, rate: 104 },
];

const AAC_FRAMES = (FRAMES / FPS) * (SAMPLE_RATE / 1024);

// The canvas gives full-range BT.601 (that is what JPEG is); players expect limited-range BT.709.
const COLOURS = 'in_range=pc:in_color_matrix=bt601:out_range=tv:out_color_matrix=bt709';
const TAGS = [
  '-color_range',
  'tv',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
];

/** The bed as ADTS. The encoder puts one frame of silence in front; without it the audio starts with the first picture. */
export async function encodeAudio(folder: string, frameCount = AAC_FRAMES): Promise<string> {
  const file = join(folder, 'bed.aac');
  const run = ffmpeg([
    '-f',
    's16le',
    '-ar',
    String(SAMPLE_RATE),
    '-ac',
    '2',
    '-i',
    'pipe:0',
    '-c:a',
    'aac',
    '-b:a',
    '56k',
    '-f',
    'adts',
    file,
  ]);
  const pcm = composeBed();
  await feed(run.input, new Uint8Array(pcm.buffer));
  run.input.end();
  await run.done;
  const frames = adtsFrames(await readFile(file));
  await writeFile(file, Buffer.concat(frames.slice(1, 1 + frameCount)));
  return file;
}

function adtsFrames(data: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at < data.length;) {
    const length = (data.readUInt32BE(at + 2) >> 5) & 0x1fff || data.length;
    frames.push(data.subarray(at, at + length));
    at += length;
  }
  return frames;
}

/** Two passes, then the mux. No B-frames: decoding order is picture order, PTS is DTS. */
export async function encodeRendition(
  rendition: Rendition,
  frames: string,
  audio: string,
  work: string,
  target: string,
): Promise<void> {
  const { name, width, height, rate, preset = 'veryslow', grain } = rendition;
  const { most, buffer } = rendition.bursts ?? { most: 4, buffer: 6 };
  const noise = grain ? `noise=all_seed=7:alls=${String(grain)}:allf=t,` : '';
  const log = join(work, name);
  const video = [
    '-i',
    frames,
    '-an',
    '-vf',
    `${noise}scale=${String(width)}:${String(height)}:flags=lanczos:${COLOURS},format=yuv420p`,
    '-c:v',
    'libx264',
    '-preset',
    preset,
    '-profile:v',
    'high',
    '-bf',
    '0',
    '-g',
    String(GOP_FRAMES),
    '-keyint_min',
    String(GOP_FRAMES),
    '-sc_threshold',
    '0',
    '-flags',
    '+cgop',
    '-b:v',
    `${String(rate)}k`,
    '-maxrate',
    `${String(rate * most)}k`,
    '-bufsize',
    `${String(rate * buffer)}k`,
    '-aq-mode',
    '3',
    '-threads',
    '2',
    '-fps_mode',
    'passthrough',
    ...TAGS,
    '-passlogfile',
    log,
  ];
  await ffmpeg([...video, '-pass', '1', '-f', 'null', '-']).done;
  const picture = join(work, `${name}.mp4`);
  await ffmpeg([...video, '-pass', '2', '-video_track_timescale', '90000', picture]).done;
  await mux(picture, audio, join(work, `${name}.m3u8`), target);
}

// The HLS muxer in single-file mode is the plain MPEG-TS muxer that repeats PAT and PMT before each range.
async function mux(picture: string, audio: string, playlist: string, target: string): Promise<void> {
  const segments = target;
  await ffmpeg([
    '-i',
    picture,
    '-i',
    audio,
    '-map',
    '0:v',
    '-map',
    '1:a',
    '-c',
    'copy',
    '-f',
    'hls',
    '-hls_time',
    '2',
    '-hls_list_size',
    '0',
    '-hls_flags',
    'single_file',
    '-hls_segment_type',
    'mpegts',
    '-hls_segment_filename',
    segments,
    playlist,
  ]).done;
  await rm(playlist);
}
