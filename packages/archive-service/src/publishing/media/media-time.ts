import type { Sequence } from '../sequence.ts';
import { NumberColumn } from './number-column.ts';
import { nearest } from './pts.ts';
import type { SegmentScan } from './scan-segment.ts';

/** A stretch of a recording whose time stamps run on. Times are ticks. */
export interface Run {
  /** Where it begins on the recording's timeline; the first one at 0. */
  readonly start: number;
  /** The stream's time stamp that lies there. */
  readonly origin: number;
}

/** Where the segments of one rendition lie on the recording's timeline, which has no holes. */
export interface MediaTime {
  readonly runs: readonly Run[];
  readonly segments: Sequence<PlacedSegment>;
  /** Where the last segment ends. */
  readonly end: number;
}

export interface PlacedSegment {
  /** Index of its run. */
  readonly run: number;
  /** What to add to its time stamps to get ticks of the timeline. */
  readonly shift: number;
}

export interface TimedSegment {
  readonly scan: Pick<SegmentScan, 'start' | 'end'>;
  /** The recording's playlist says that time stamps do not run on here. */
  readonly discontinuity: boolean;
}

/** A jump of this size cannot be played over: it is a discontinuity, whatever the playlist says. */
const JUMP_TICKS = 45_000;

/**
 * Lays a recording's segments on a timeline of their own. Inside a run the time stamps themselves tell (also over small holes); at a discontinuity the next run begins
 * where the last picture or sound of the one before ends, which is where players put it.
 *
 * @param reference - the timeline of the rendition that all others follow. A rendition with other discontinuities does not fit
 * on it: the answer is `undefined`.
 */
export function layOut(segments: Iterable<TimedSegment>, reference?: MediaTime): MediaTime | undefined {
  const runs: Run[] = [];
  const placed = new PlacedSegments();
  let last: PlacedSegment | undefined;
  let end = 0;
  for (const { scan, discontinuity } of segments) {
    // On where the 33 bits begin again: what lies nearest to the end of the segment before.
    const counted = last ? nearest(scan.start, end - last.shift) - scan.start : 0;
    const jumps = last !== undefined && Math.abs(scan.start + counted + last.shift - end) > JUMP_TICKS;
    let shift: number;
    if (last && !discontinuity && !jumps) shift = last.shift + counted;
    else {
      const run = openRun(scan.start, end, reference?.runs[runs.length]);
      if (reference && !reference.runs[runs.length]) return undefined;
      runs.push(run);
      shift = run.start - run.origin;
    }
    last = { run: runs.length - 1, shift };
    placed.push(last);
    end = scan.end + shift;
  }
  if (reference && reference.runs.length !== runs.length) return undefined;
  return { runs, segments: placed, end };
}

/** Where the placing changes, and nothing else: mostly where a run begins, while there are thousands of segments. */
class PlacedSegments implements Sequence<PlacedSegment> {
  /** Index of the first segment that is placed so. */
  readonly #from = new NumberColumn(Uint32Array);
  readonly #runs = new NumberColumn(Uint32Array);
  readonly #shifts = new NumberColumn();
  length = 0;

  push({ run, shift }: PlacedSegment): void {
    const last = this.#from.length - 1;
    if (this.#runs.at(last) !== run || this.#shifts.at(last) !== shift) {
      this.#from.push(this.length);
      this.#runs.push(run);
      this.#shifts.push(shift);
    }
    this.length += 1;
  }

  at(index: number): PlacedSegment | undefined {
    if (index < 0 || index >= this.length) return undefined;
    let low = 0;
    let high = this.#from.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#from.at(middle) <= index) low = middle;
      else high = middle;
    }
    return { run: this.#runs.at(low), shift: this.#shifts.at(low) };
  }

  *[Symbol.iterator](): Iterator<PlacedSegment> {
    for (let index = 0; index < this.length; index += 1) {
      const placed = this.at(index);
      if (placed) yield placed;
    }
  }
}

/** Renditions of one encoder have the same time stamps, and keep the few milliseconds by which one of them begins later. */
function openRun(start: number, end: number, reference: Run | undefined): Run {
  if (!reference) return { start: end, origin: start };
  const origin = nearest(reference.origin, start);
  return { start: reference.start, origin: Math.abs(origin - start) > JUMP_TICKS ? start : origin };
}
