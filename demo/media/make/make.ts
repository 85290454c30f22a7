// Makes the footage and everything that goes with it, or what is made from the finished footage, or checks it: node make.ts [--small | --verify]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openScene } from './browser.ts';
import { makeCaptionedClip } from './captions.ts';
import { encodeAudio, encodeRendition, RENDITIONS } from './encode.ts';
import { renderFrames } from './frames.ts';
import { makePictures } from './pictures.ts';
import { makeThumbnails } from './thumbnails.ts';
import { verify } from './verify.ts';

const MEDIA = fileURLToPath(new URL('..', import.meta.url));

const work = await mkdtemp(join(tmpdir(), 'show-'));
try {
  if (!process.argv.includes('--verify')) {
    if (!process.argv.includes('--small')) await makeShow();
    await makeThumbnails(MEDIA);
    await makeCaptionedClip(MEDIA, work);
  }
  await verify(MEDIA);
} finally {
  await rm(work, { recursive: true });
}

async function makeShow(): Promise<void> {
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
  }
}
