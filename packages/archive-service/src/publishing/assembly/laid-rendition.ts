import { keyframeRanges } from '../media/keyframe-ranges.ts';
import type { ByteSpan } from '../media/keyframe-ranges.ts';
import type { MediaTime } from '../media/media-time.ts';
import type { ScannedRendition } from '../steps/scan-media.ts';

/** A rendition whose files have their places on the timeline of its recording. */
export interface LaidRendition extends ScannedRendition {
  /** Its folder in the archive. */
  readonly name: string;
  readonly mediaTime: MediaTime;
}

/** What is addressed as one segment. Times are ticks of the recording's timeline. */
export interface LaidRange extends ByteSpan {
  /** Index of its file in the rendition. */
  readonly file: number;
  readonly run: number;
  /** Whether it is all of its file. */
  readonly whole: boolean;
  /** Where a player puts its beginning. */
  readonly start: number;
  /** Of its first picture. */
  readonly picture: number;
  /** Where its last picture or sound ends, whichever is later. */
  readonly end: number;
}

/** The ranges of a rendition in their order, made as they are asked for: a long recording has ten thousand. */
export function* rangesOf(
  { source, scans, mediaTime }: LaidRendition,
  firstFile = 0,
): Generator<LaidRange, undefined> {
  let run = mediaTime.segments.at(firstFile - 1)?.run;
  let latest = 0;
  for (let file = Math.max(0, firstFile); file < scans.length; file += 1) {
    const [scan, segment, place] = [scans.at(file), source.segments.at(file), mediaTime.segments.at(file)];
    if (!scan || !segment || !place) continue;
    const ranges = keyframeRanges(scan, segment.ownRanges);
    for (const { offset, length, start, picture, end } of ranges) {
      const opening = place.run === run ? undefined : mediaTime.runs[place.run];
      run = place.run;
      // Time stamps of damaged files may go back a little inside a run: no range may last less than nothing.
      latest = opening?.start ?? Math.max(latest, start + place.shift);
      yield {
        file,
        run,
        whole: ranges.length === 1,
        offset,
        length,
        start: latest,
        picture: picture + place.shift,
        end: end + place.shift,
      };
    }
  }
}

/**
 * A file from which on everything lies that a run shows from a time on, in ticks of the recording; at most one file too early.
 */
export function fileBefore({ scans, mediaTime }: LaidRendition, run: number, time: number): number {
  let low = 0;
  let high = scans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = mediaTime.segments.at(middle);
    const start = (scans.at(middle)?.start ?? 0) + (place?.shift ?? 0);
    const isBefore = place !== undefined && (place.run < run || (place.run === run && start < time));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
