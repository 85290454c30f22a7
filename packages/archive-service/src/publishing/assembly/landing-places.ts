import { NumberColumn } from '../media/number-column.ts';
import type { LaidRange, LaidRendition } from './laid-rendition.ts';
import { rangesOf } from './laid-rendition.ts';

/** Pictures of two renditions that lie no further apart are the same picture: a third of one at 60 a second. */
export const SAME_PICTURE_TICKS = 500;

/**
 * The beginnings of a recording's ranges, as its best rendition has them: the places at which the recording can be cut. A place is named by its index. It
 * is open where every rendition that keeps step has a range, too, so that a cut lies at one and the same picture in all of them.
 */
export class LandingPlaces {
  readonly #starts = new NumberColumn();
  readonly #pictures = new NumberColumn();
  readonly #ends = new NumberColumn();
  readonly #runs = new NumberColumn(Uint32Array);
  readonly #open: Uint8Array;

  constructor(best: LaidRendition) {
    for (const { start, picture, end, run } of rangesOf(best)) {
      this.#starts.push(start);
      this.#pictures.push(picture);
      this.#ends.push(end);
      this.#runs.push(run);
    }
    this.#open = new Uint8Array(this.length).fill(1);
  }

  /**
   * Takes in another rendition, if its ranges begin at the best one's pictures often enough for cuts to be made in both: half of the ranges, or of its files. One
   * that does not would take nearly all places from the others. Goes through the ranges but once: a long recording has ten thousand.
   * @returns whether it keeps step
   */
  admit(other: LaidRendition): boolean {
    const unshared: number[] = [];
    let place = 0;
    let ranges = 0;
    for (const range of rangesOf(other)) {
      ranges += 1;
      while (place < this.length && this.#isBefore(place, range)) {
        unshared.push(place);
        place += 1;
      }
      const isShared =
        this.run(place) === range.run && this.picture(place) <= range.picture + SAME_PICTURE_TICKS;
      if (isShared) place += 1;
    }
    for (; place < this.length; place += 1) unshared.push(place);
    const shared = this.length - unshared.length;
    if (shared * 2 < Math.min(this.length, ranges, other.scans.length)) return false;
    // All begin a run together, whatever their first pictures are.
    for (const closed of unshared) if (!this.#opensRun(closed)) this.#open[closed] = 0;
    return true;
  }

  /** Whether a place lies before a range, and is not its beginning. */
  #isBefore(place: number, { run, picture }: LaidRange): boolean {
    return (
      this.run(place) < run || (this.run(place) === run && this.picture(place) < picture - SAME_PICTURE_TICKS)
    );
  }

  #opensRun(place: number): boolean {
    return place === 0 || this.run(place) !== this.run(place - 1);
  }

  get length(): number {
    return this.#starts.length;
  }

  /** Where the range at a place begins, in ticks of the recording; for the place after the last one NaN. */
  start(place: number): number {
    return this.#starts.at(place);
  }

  /** Where the first picture of the range at a place lies. */
  picture(place: number): number {
    return this.#pictures.at(place);
  }

  /** Where the range at a place ends, were something else to follow it. */
  end(place: number): number {
    return this.#ends.at(place);
  }

  run(place: number): number {
    return this.#runs.at(place);
  }

  isOpen(place: number): boolean {
    return this.#open[place] === 1;
  }

  /** The first place at which a run begins; where there is no such run, the number of places. */
  firstOf(run: number): number {
    return this.#firstWhere((place) => this.run(place) >= run);
  }

  /** The last place that begins at or before a time, in ticks; -1 where none does. */
  before(time: number): number {
    return this.#firstWhere((place) => this.start(place) > time) - 1;
  }

  #firstWhere(holds: (place: number) => boolean): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
