// Makes the footage and everything that goes with it, or checks it: node make.ts [--verify]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openScene } from './browser.ts';
import { encodeAudio, encodeRendition, RENDITIONS } from './encode.ts';
import { renderFrames } from './frames.ts';
import { makePictures } from './pictures.ts';
import { verify } from './verify.ts';

const MEDIA = fileURLToPath(new URL('..', import.meta.url));

if (!process.argv.includes('--verify')) await make();
await verify(MEDIA);

async function make(): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'show-'));
  const scene = await openScene();
  try {
    await makePictures(scene, MEDIA);
    const frames = join(work, 'frames.mkv');
    await renderFrames(scene, frames);
    const audio = await encodeAudio(work);
    for (const rendition of RENDITIONS)
      await encodeRendition(rendition, frames, audio, work, join(MEDIA, `${rendition.name}.ts`));
  } finally {
    await scene.close();
    await rm(work, { recursive: true });
  }
}
