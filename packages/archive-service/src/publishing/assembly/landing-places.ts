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
  readonly #runs = new NumberColumn();
  readonly #open: Uint8Array;

  constructor(best: LaidRendition, others: readonly LaidRendition[]) {
    for (const { start, picture, end, run } of rangesOf(best)) {
      this.#starts.push(start);
      this.#pictures.push(picture);
      this.#ends.push(end);
      this.#runs.push(run);
    }
    this.#open = new Uint8Array(this.length).fill(1);
    for (const other of others) this.#closeUnshared(other);
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

  #closeUnshared(other: LaidRendition): void {
    let place = 0;
    for (const shared of sharedPictures(this.#all(), other)) {
      // All begin a run together, whatever their first pictures are.
      const opensRun = place === 0 || this.run(place) !== this.run(place - 1);
      if (!shared && !opensRun) this.#open[place] = 0;
      place += 1;
    }
  }

  *#all(): Generator<Moment> {
    for (let place = 0; place < this.length; place += 1)
      yield { run: this.run(place), picture: this.picture(place) };
  }
}

type Moment = Pick<LaidRange, 'run' | 'picture'>;

/** For each moment, whether a rendition has a range that begins with its picture. */
function* sharedPictures(moments: Iterable<Moment>, other: LaidRendition): Generator<boolean> {
  const ranges = rangesOf(other);
  let next: LaidRange | undefined = ranges.next().value;
  for (const { run, picture } of moments) {
    while (next && (next.run < run || (next.run === run && next.picture < picture - SAME_PICTURE_TICKS)))
      next = ranges.next().value;
    yield next?.run === run && next.picture <= picture + SAME_PICTURE_TICKS;
  }
}

/**
 * Whether a rendition's ranges begin at the best one's pictures often enough for cuts to be made in both: half of the ranges, or of its files. One
 * that does not would take nearly all places from the others.
 */
export function keepsStep(other: LaidRendition, best: LaidRendition): boolean {
  let [shared, all, others] = [0, 0, 0];
  for (const isShared of sharedPictures(rangesOf(best), other)) {
    all += 1;
    if (isShared) shared += 1;
  }
  for (const _range of rangesOf(other)) others += 1;
  return shared * 2 >= Math.min(all, others, other.scans.length);
}
