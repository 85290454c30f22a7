import { fileURLToPath } from 'node:url';
import type { IvsLocalOptions } from '../../../demo/ivs-local/start-ivs-local.ts';

const footage = (name: string): string => fileURLToPath(new URL(`../../footage/${name}`, import.meta.url));

/** Two renditions of a ladder that real events have; see bench/README.md. */
export const BENCH_CLIP: IvsLocalOptions['clip'] = {
  fps: 30,
  renditions: [
    { name: '720p30', path: footage('show-720p.ts'), width: 1280, height: 720, bandwidth: 2_200_000 },
    { name: '360p30', path: footage('show-360p.ts'), width: 640, height: 360, bandwidth: 650_000 },
  ],
};
export const CLIP_SECONDS = 20;
