import { feed, ffmpeg } from './ffmpeg.ts';
import { inScene, type Scene } from './browser.ts';
import { FPS, FRAMES } from './timeline.ts';

const BATCH = 20;

/** Every picture of the show, as JPEGs in one file, so that both renditions are made from the same pictures. */
export async function renderFrames(scene: Scene, target: string): Promise<void> {
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
  for (let from = 0; from < FRAMES; from += BATCH) {
    const batch = await inScene(scene, 'frames', from, Math.min(FRAMES, from + BATCH));
    for (const data of batch) await feed(run.input, Buffer.from(data, 'base64'));
    if (from % 300 === 0) console.log(`frame ${String(from)} of ${String(FRAMES)}`);
  }
  run.input.end();
  await run.done;
}
