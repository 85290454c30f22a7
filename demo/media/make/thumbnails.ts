import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg } from './ffmpeg.ts';
import { FPS } from './timeline.ts';

/** Seconds from one thumbnail to the next. */
const INTERVAL = 4;
/** Thumbnails are looked at by the hundred and small. */
const SIZE = '256:144';
/** Of the encoder's scale from 2 (best) to 31, chosen so that all media together stay under their limit. */
const QUALITY = '18';

/** Small pictures of the finished clip, as IVS puts them beside a recording: number k shows the picture at k × 4 s. */
export async function makeThumbnails(media: string): Promise<void> {
  const folder = join(media, 'thumbnails');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) await rm(join(folder, name));
  await ffmpeg([
    '-i',
    join(media, 'show-720p.ts'),
    '-vf',
    `select='not(mod(n\\,${String(INTERVAL * FPS)}))',scale=${SIZE}:flags=lanczos:in_range=tv:out_range=pc,format=yuvj420p`,
    '-fps_mode',
    'passthrough',
    '-c:v',
    'mjpeg',
    '-huffman',
    'optimal',
    '-q:v',
    QUALITY,
    '-threads',
    '1',
    '-start_number',
    '0',
    join(folder, 'thumb%02d.jpg'),
  ]).done;
}
