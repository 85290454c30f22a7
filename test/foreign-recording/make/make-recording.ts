/**
 * Makes the recording in `recording/` anew: `node test/foreign-recording/make/make-recording.ts`. It needs ffmpeg with libx264, and nothing of
 * the local IVS; what another version of ffmpeg makes of it differs in bytes, not in pictures.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PREFIX, TAKES } from '../show.ts';
import { encodeTake, type Rendition } from './encode-take.ts';
import { firstPtsOf, injectMetadata } from './inject-metadata.ts';
import { metadata } from './metadata.ts';
import { endedJson, mediaPlaylist, multivariantPlaylist } from './recording-text.ts';

const RENDITIONS: readonly Rendition[] = [
  { path: '180p25', width: 320, height: 180, bitrate: '40k' },
  { path: 'audio_only', bitrate: '32k' },
  { path: '360p25', width: 640, height: 360, bitrate: '60k' },
];

const target = join(fileURLToPath(new URL('../recording/shows', import.meta.url)), PREFIX);
await rm(target, { recursive: true, force: true });

async function write(name: string, content: string | Buffer): Promise<void> {
  const path = join(target, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
}

for (const rendition of RENDITIONS) {
  for (const take of TAKES) {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-foreign-'));
    await encodeTake(take, rendition, folder);
    const parts = await Promise.all(
      take.files.map((_, index) => readFile(join(folder, `${String(index)}.ts`))),
    );
    const counter = { value: 0 };
    for (const [index, part] of parts.entries()) {
      const [number = 0] = take.files[index] ?? [];
      const firstPts = rendition.width === undefined ? undefined : firstPtsOf(parts[0] ?? part);
      const bytes =
        firstPts === undefined
          ? part
          : injectMetadata(part, metadata(), take.firstPicture, firstPts, counter);
      await write(`media/hls/${rendition.path}/${String(number)}.ts`, bytes);
    }
    await rm(folder, { recursive: true });
  }
  await write(`media/hls/${rendition.path}/playlist.m3u8`, mediaPlaylist());
}
await write('media/hls/master.m3u8', multivariantPlaylist(RENDITIONS));
await write('events/recording-ended.json', endedJson(RENDITIONS));
