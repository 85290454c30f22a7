import type { ClockEntry } from '@vitrine/product-cues';
import type { CollectedCues } from './cue-collector.ts';
import type { MediaTime } from './media-time.ts';
import { toSeconds } from './archive-seconds.ts';
import { TICKS_PER_SECOND } from './pts.ts';
import type { SegmentScan } from './scan-segment.ts';

/**
 * Which media time is which program time: one entry for each run of the recording of which anything is known. The stream's own clock at a segment's first
 * picture counts before the playlist's PROGRAM-DATE-TIME, which is no more than a copy of it.
 */
export function programClock(
  mediaTime: MediaTime,
  scans: readonly SegmentScan[],
  clocks: CollectedCues['clocks'],
  playlistTimes: readonly (number | undefined)[],
): readonly ClockEntry[] {
  const entries: ClockEntry[] = [];
  for (const [index, run] of mediaTime.runs.entries()) {
    const indexes = mediaTime.segments.flatMap((segment, at) => (segment.run === index ? [at] : []));
    const known =
      first(
        indexes,
        (at) => {
          const clock = clocks.get(at);
          return clock && { pts: clock.pts, programTime: clock.programTime };
        },
        mediaTime,
      ) ??
      first(
        indexes,
        (at) => {
          const programTime = playlistTimes[at];
          const pts = scans[at]?.firstPicture;
          return programTime === undefined || pts === undefined ? undefined : { pts, programTime };
        },
        mediaTime,
      );
    if (!known) continue;
    const since = ((known.ticks - run.start) * 1000) / TICKS_PER_SECOND;
    entries.push({ time: toSeconds(run.start), programTime: Math.round(known.programTime - since) });
  }
  return entries;
}

/** The first segment of a run of which the program time is known, with its place in ticks of the archive. */
function first(
  indexes: readonly number[],
  look: (index: number) => { readonly pts: number; readonly programTime: number } | undefined,
  mediaTime: MediaTime,
): { readonly ticks: number; readonly programTime: number } | undefined {
  for (const index of indexes) {
    const found = look(index);
    const shift = mediaTime.segments[index]?.shift;
    if (found && shift !== undefined) return { ticks: found.pts + shift, programTime: found.programTime };
  }
  return undefined;
}
