import { readFile } from 'node:fs/promises';
import type { Clip } from '../stream/clip.ts';
import type { Segment } from '../stream/segment.ts';

/** A picture that is due, by its number in the recording. */
export interface Thumbnail {
  readonly number: number;
  readonly jpeg: Buffer;
}

/** Chooses prepared thumbnails for the pictures that are recorded, one at the start and one for each interval. */
export class ThumbnailTaker {
  readonly #clip: Clip;
  readonly #interval: number;
  #recorded = 0;
  #taken = 0;

  constructor(clip: Clip, intervalSeconds: number) {
    this.#clip = clip;
    this.#interval = intervalSeconds;
  }

  async take(segment: Segment): Promise<Thumbnail | undefined> {
    const due = this.#recorded >= this.#taken * this.#interval;
    this.#recorded += segment.duration;
    const paths = this.#clip.thumbnails?.paths ?? [];
    const path = paths[Math.floor((segment.firstFrame / this.#clip.frameCount) * paths.length)];
    if (!due || path === undefined) return undefined;
    const number = this.#taken;
    this.#taken += 1;
    return { number, jpeg: await readFile(path) };
  }
}
