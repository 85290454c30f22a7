import { nearest } from '../media/pts.ts';
import type { KnownRendition } from './same-course.ts';

/** A jump of this size cannot be played over. */
const JUMP_TICKS = 45_000;

/** For each file the number of its run: the stretches in which time stamps run on, as the playlist and the time stamps themselves tell. */
export function runsOf({ segments, scans }: KnownRendition): Uint32Array {
  const runs = new Uint32Array(segments.length);
  let run = 0;
  let end: number | undefined;
  for (let index = 0; index < runs.length; index += 1) {
    const scan = scans.at(index);
    const start = scan && nearest(scan.start, end ?? scan.start);
    const jumps = end !== undefined && start !== undefined && Math.abs(start - end) > JUMP_TICKS;
    if (index > 0 && (jumps || segments.at(index)?.discontinuity === true)) run += 1;
    runs[index] = run;
    end = scan?.end;
  }
  return runs;
}
