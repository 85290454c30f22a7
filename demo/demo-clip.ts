import { fileURLToPath } from 'node:url';
import type { IvsLocalOptions } from './ivs-local/start-ivs-local.ts';

const media = (name: string): string => fileURLToPath(new URL(`media/${name}`, import.meta.url));

/** Pictures a second in the sample footage. */
export const CLIP_FPS = 30;
/** Pictures in it; it starts over after the last. */
export const CLIP_FRAMES = 2880;

/** One for each four seconds of the footage. */
const THUMBNAILS = Array.from({ length: 24 }, (_, index) =>
  media(`thumbnails/thumb${String(index).padStart(2, '0')}.jpg`),
);

/** The sample footage as the local IVS sends it. */
export const DEMO_CLIP: IvsLocalOptions['clip'] = {
  fps: CLIP_FPS,
  renditions: [
    { name: '720p30', path: media('show-720p.ts'), width: 1280, height: 720, bandwidth: 700_000 },
    { name: '360p30', path: media('show-360p.ts'), width: 640, height: 360, bandwidth: 300_000 },
  ],
  thumbnails: { paths: THUMBNAILS, width: 256, height: 144 },
};
