import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripGeometry } from '../frame-strip.ts';
import { inScene, type Scene } from './browser.ts';
import { FPS, FRAMES, GOP_FRAMES, shots } from './timeline.ts';

/** The picture of each poster: for the show, and for its preview evening. */
const POSTERS = { 'poster.jpg': 150, 'poster-preview.jpg': 1230 } as const;

/** Product pictures, posters and show.json. */
export async function makePictures(scene: Scene, media: string): Promise<void> {
  const folder = join(media, 'products');
  await mkdir(folder, { recursive: true });
  for (const { kind, product } of shots) {
    if (kind !== 'close-up' || !product) continue;
    await writeFile(
      join(folder, `${product}.jpg`),
      Buffer.from(await inScene(scene, 'product', product), 'base64'),
    );
  }
  for (const [name, frame] of Object.entries(POSTERS)) {
    await writeFile(join(media, name), Buffer.from(await inScene(scene, 'poster', frame), 'base64'));
  }
  const points = await inScene(scene, 'points');
  const description = {
    fps: FPS,
    frames: FRAMES,
    gopFrames: GOP_FRAMES,
    strip: stripGeometry,
    shots: shots.map((shot, index) => ({ ...shot, at: points[index] ?? {} })),
  };
  await writeFile(join(media, 'show.json'), `${JSON.stringify(description, null, 2)}\n`);
}
