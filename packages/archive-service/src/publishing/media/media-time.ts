import { nearest } from './pts.ts';
import type { SegmentScan } from './scan-segment.ts';

/** A stretch of a recording whose time stamps run on. Times are ticks. */
export interface Run {
  /** Where it begins on the archive's timeline; the first one at 0. */
  readonly start: number;
  /** The stream's time stamp that lies there. */
  readonly origin: number;
}

/** Where the segments of one rendition lie on the archive's timeline. */
export interface MediaTime {
  readonly runs: readonly Run[];
  /** For each segment: the run that it belongs to, and what to add to its time stamps to get ticks of the archive's timeline. */
  readonly segments: readonly { readonly run: number; readonly shift: number }[];
  /** Where the last segment ends. */
  readonly end: number;
}

export interface TimedSegment {
  readonly scan: Pick<SegmentScan, 'start' | 'end'>;
  /** The recording's playlist says that time stamps do not run on here. */
  readonly discontinuity: boolean;
}

/** A jump of this size cannot be played over: it is a discontinuity, whatever the playlist says. */
const JUMP_TICKS = 45_000;

/**
 * Lays segments on the archive's timeline. Inside a run the time stamps themselves tell (also over small holes); at a discontinuity the next run begins
 * where the last picture or sound of the one before ends, which is where players put it.
 *
 * @param reference - the timeline of the rendition that all others follow. A rendition with other discontinuities does not fit
 * on it: the answer is `undefined`.
 */
export function layOut(segments: readonly TimedSegment[], reference?: MediaTime): MediaTime | undefined {
  const runs: Run[] = [];
  const placed: { run: number; shift: number }[] = [];
  let end = 0;
  for (const { scan, discontinuity } of segments) {
    const last = placed.at(-1);
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
    placed.push({ run: runs.length - 1, shift });
    end = scan.end + shift;
  }
  if (reference && reference.runs.length !== runs.length) return undefined;
  return { runs, segments: placed, end };
}

/** Renditions of one encoder have the same time stamps, and keep the few milliseconds by which one of them begins later. */
function openRun(start: number, end: number, reference: Run | undefined): Run {
  if (!reference) return { start: end, origin: start };
  const origin = nearest(reference.origin, start);
  return { start: reference.start, origin: Math.abs(origin - start) > JUMP_TICKS ? start : origin };
}
