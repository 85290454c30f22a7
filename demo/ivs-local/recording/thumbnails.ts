import { readFile } from 'node:fs/promises';
import type { Clip } from '../stream/clip.ts';
import type { Segment } from '../stream/segment.ts';

/** A picture that is due, by its number in the recording. */
export interface Thumbnail {
  readonly number: number;
  readonly jpeg: Buffer;
}

/** So much of a second may be missing from a sum of segments' durations. */
const ROUNDING_SECONDS = 1e-6;

/** Chooses prepared thumbnails for the pictures that are recorded: number N shows what the recording shows at N times the interval. */
export class ThumbnailTaker {
  readonly #clip: Clip;
  readonly #interval: number;
  /** Seconds. */
  #recorded = 0;
  #taken = 0;

  constructor(clip: Clip, intervalSeconds: number) {
    this.#clip = clip;
    this.#interval = intervalSeconds;
  }

  /** Those that fall into a segment; several where the interval is shorter than that. */
  async take(segment: Segment): Promise<readonly Thumbnail[]> {
    const begin = this.#recorded;
    this.#recorded += segment.duration;
    const thumbnails: Thumbnail[] = [];
    for (; this.#taken * this.#interval < this.#recorded - ROUNDING_SECONDS; this.#taken += 1) {
      const since = Math.max(0, this.#taken * this.#interval - begin);
      const path = this.#pathAt(segment.firstFrame + Math.round(since * this.#clip.fps));
      if (path !== undefined) thumbnails.push({ number: this.#taken, jpeg: await readFile(path) });
    }
    return thumbnails;
  }

  /** The prepared one that is nearest to a picture of the clip, which starts over after its last. */
  #pathAt(frame: number): string | undefined {
    const paths = this.#clip.thumbnails?.paths ?? [];
    return paths[Math.round((frame * paths.length) / this.#clip.frameCount) % paths.length];
  }
}
