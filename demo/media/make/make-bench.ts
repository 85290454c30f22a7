// Makes the clip that bench/first-frame plays, of the bit rates of a real event: node demo/media/make/make-bench.ts
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE_RATE } from './audio.ts';
import { openScene } from './browser.ts';
import { encodeAudio, encodeRendition, type Rendition } from './encode.ts';
import { renderFrames } from './frames.ts';
import { FPS } from './timeline.ts';

const FOOTAGE = fileURLToPath(new URL('../../../bench/footage', import.meta.url));
/** The host shows the first two mugs. */
const PICTURES = { from: 180, to: 780 };
/** One that ends before the last picture does: the clip may be looped. */
const AAC_FRAMES = Math.floor(((PICTURES.to - PICTURES.from) / FPS) * (SAMPLE_RATE / 1024));
/** As a live encoder works, which sees no picture before the one that it encodes. */
const LIVE = { preset: 'medium', bursts: { most: 1.2, buffer: 1 }, grain: 8 };
const RENDITIONS: readonly Rendition[] = [
  { name: 'show-720p', width: 1280, height: 720, rate: 1700, ...LIVE },
  { name: 'show-360p', width: 640, height: 360, rate: 450, ...LIVE },
];

const work = await mkdtemp(join(tmpdir(), 'show-'));
const scene = await openScene();
try {
  await mkdir(FOOTAGE, { recursive: true });
  const frames = join(work, 'frames.mkv');
  await renderFrames(scene, frames, PICTURES);
  const audio = await encodeAudio(work, AAC_FRAMES);
  for (const rendition of RENDITIONS)
    await encodeRendition(rendition, frames, audio, work, join(FOOTAGE, `${rendition.name}.ts`));
} finally {
  await scene.close();
  await rm(work, { recursive: true });
}
