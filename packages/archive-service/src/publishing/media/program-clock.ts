import { isRecordedTime } from '../../recordings/recorded-time.ts';
import type { Sequence } from '../sequence.ts';
import type { CollectedCues } from './cue-collector.ts';
import type { MediaTime } from './media-time.ts';
import { TICKS_PER_SECOND } from './pts.ts';
import type { SegmentScan } from './scan-segment.ts';

/** What a rendition tells of program time. */
export interface ProgramTimes {
  readonly mediaTime: MediaTime;
  readonly scans: Sequence<Pick<SegmentScan, 'firstPicture'>>;
  readonly source: { readonly segments: Iterable<{ readonly programTime: number | undefined }> };
  readonly found: Pick<CollectedCues, 'clocks'> | undefined;
}

/**
 * The program time (epoch ms, with its fractions) at which each run of a recording begins; `undefined` where nobody says. The stream's own clock at a segment's
 * first picture counts before the playlist's PROGRAM-DATE-TIME, which is no more than a copy of it. A time that can be none of a show's counts as not said: what is
 * reckoned from it may be no date at all.
 */
export function programClock(renditions: readonly ProgramTimes[]): readonly (number | undefined)[] {
  const begins: (number | undefined)[] = renditions[0]?.mediaTime.runs.map(() => undefined) ?? [];
  const tell = ({ mediaTime }: ProgramTimes, segment: number, pts: number, programTime: number): void => {
    if (!isRecordedTime(programTime)) return;
    const { run, shift } = mediaTime.segments.at(segment) ?? { run: -1, shift: 0 };
    const start = mediaTime.runs[run]?.start;
    if (start === undefined) return;
    begins[run] ??= programTime - ((pts + shift - start) * 1000) / TICKS_PER_SECOND;
  };
  for (const rendition of renditions) {
    for (const { segment, pts, programTime } of rendition.found?.clocks ?? [])
      tell(rendition, segment, pts, programTime);
  }
  for (const rendition of renditions) {
    let index = 0;
    for (const { programTime } of rendition.source.segments) {
      const scan = programTime === undefined ? undefined : rendition.scans.at(index);
      if (scan && programTime !== undefined) tell(rendition, index, scan.firstPicture, programTime);
      index += 1;
    }
  }
  return begins;
}
