import type { ClockEntry } from '@vitrine/product-cues';
import type { LevelDetails } from 'hls.js';

/** One entry for each segment whose program time (PROGRAM-DATE-TIME, or what follows from an earlier one) is known. */
export function readClock(details: LevelDetails): ClockEntry[] {
  return details.fragments.flatMap(({ start, programDateTime }) =>
    programDateTime === null ? [] : { time: start, programTime: programDateTime },
  );
}
