import { NumberColumn } from './number-column.ts';
import type { Sighting } from './cue-collector.ts';

/** A program time (epoch ms) with the place of a segment at which it was read. */
export interface SeenClock extends Sighting {
  readonly programTime: number;
}

/** For each segment of a rendition its first program time, in sixteen bytes: a long recording has thousands. */
export class SegmentClocks implements Iterable<SeenClock> {
  readonly #pts = new NumberColumn();
  readonly #programTimes = new NumberColumn();

  /** Keeps the earliest of a segment; of two at one place the lesser one, so that it is always the same. */
  take({ segment, pts, programTime }: SeenClock): void {
    const [lastPts, last] = [this.#pts.at(segment), this.#programTimes.at(segment)];
    if (lastPts < pts || (lastPts === pts && last <= programTime)) return;
    this.#pts.set(segment, pts);
    this.#programTimes.set(segment, programTime);
  }

  /** In the order of the segments; those without one are left out. */
  *[Symbol.iterator](): Generator<SeenClock> {
    for (let segment = 0; segment < this.#pts.length; segment += 1) {
      const pts = this.#pts.at(segment);
      if (!Number.isNaN(pts)) yield { segment, pts, programTime: this.#programTimes.at(segment) };
    }
  }
}
