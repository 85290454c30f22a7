import { fileURLToPath } from 'node:url';
import type { ClipSource } from '../stream/clip.ts';

const media = (file: string) => fileURLToPath(new URL(`../../media/${file}`, import.meta.url));

/** The sample show: 96 s at 30 pictures a second, a keyframe every two seconds, a thumbnail every four. */
export const SAMPLE_CLIP: ClipSource = {
  fps: 30,
  renditions: [
    { name: '720p30', path: media('show-720p.ts'), width: 1280, height: 720, bandwidth: 700_000 },
    { name: '360p30', path: media('show-360p.ts'), width: 640, height: 360, bandwidth: 300_000 },
  ],
  thumbnails: {
    paths: Array.from({ length: 24 }, (_, index) =>
      media(`thumbnails/thumb${String(index).padStart(2, '0')}.jpg`),
    ),
    width: 256,
    height: 144,
  },
};
