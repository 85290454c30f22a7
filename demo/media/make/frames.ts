import { feed, ffmpeg } from './ffmpeg.ts';
import { inScene, type Scene } from './browser.ts';
import { FPS, FRAMES } from './timeline.ts';

const BATCH = 20;

/** Pictures of the show (all of them, if not told which), as JPEGs in one file, so that all renditions are made from the same. */
export async function renderFrames(
  scene: Scene,
  target: string,
  { from: first, to }: { from: number; to: number } = { from: 0, to: FRAMES },
): Promise<void> {
  const run = ffmpeg([
    '-f',
    'image2pipe',
    '-c:v',
    'mjpeg',
    '-framerate',
    String(FPS),
    '-i',
    'pipe:0',
    '-c:v',
    'copy',
    target,
  ]);
  for (let from = first; from < to; from += BATCH) {
    const batch = await inScene(scene, 'frames', from, Math.min(to, from + BATCH));
    for (const data of batch) await feed(run.input, Buffer.from(data, 'base64'));
    if (from % 300 === 0) console.log(`frame ${String(from)} of ${String(to)}`);
  }
  run.input.end();
  await run.done;
}
