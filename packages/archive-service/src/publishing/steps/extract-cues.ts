import { addCue, EMPTY_TIMELINE, mediaTimeAt } from '@vitrine/product-cues';
import type { ClockEntry, ProductCue, Timeline } from '@vitrine/product-cues';
import { toSeconds } from '../media/archive-seconds.ts';
import type { CollectedCues } from '../media/cue-collector.ts';
import type { MediaTime } from '../media/media-time.ts';
import type { Publication, PublicationLog, RecordedHighlight } from '../publication.ts';

export interface CueSources {
  /** The best rendition first: it speaks, the others fill in. */
  readonly renditions: readonly { readonly mediaTime: MediaTime; readonly found: CollectedCues }[];
  readonly clock: readonly ClockEntry[];
  /** In seconds. */
  readonly duration: number;
}

/**
 * The timeline of the archive. What the stream carried counts; a second rendition adds what the first one lost; the service's own record adds what both lost,
 * and carries in what was on screen when the recording began.
 */
export function extractCues(
  publication: Pick<Publication, 'highlights' | 'replayOffers'>,
  { renditions, clock, duration }: CueSources,
  log: PublicationLog,
): Timeline {
  let timeline: Timeline = { ...EMPTY_TIMELINE, clock, duration };
  const add = (cue: ProductCue, time: number): void => {
    timeline = addCue(timeline, { ...plain(cue, publication.replayOffers), time, origin: 'in-band' });
  };
  for (const [place, { mediaTime, found }] of renditions.entries()) {
    const known = new Map(timeline.cues.map((cue) => [cue.n, cue.time]));
    for (const { segment, pts, cue } of found.cues) {
      const time = archiveTime(mediaTime, segment, pts);
      const before = known.get(cue.n);
      if (before === undefined) add(cue, time);
      else if (before !== time)
        log.warn({ n: cue.n, time, before, rendition: place }, 'renditions disagree on a cue');
      if (place > 0 && before === undefined)
        log.warn({ n: cue.n, time }, 'cue missing in the first rendition');
    }
    if (found.refused > 0)
      log.warn({ rendition: place, texts: found.refused }, 'metadata that is no cue was left out');
  }
  for (const { cue, time } of fromRecord(publication.highlights, timeline)) {
    log.info({ n: cue.n, time }, 'cue placed by the record of highlights');
    add(cue, time);
  }
  return timeline;
}

/** A cue holds from the run that carries it: its time stamp may lie a little before the run's first picture. */
function archiveTime(mediaTime: MediaTime, segment: number, pts: number): number {
  const { run, shift } = mediaTime.segments[segment] ?? { run: 0, shift: 0 };
  return toSeconds(Math.max(pts + shift, mediaTime.runs[run]?.start ?? 0));
}

function fromRecord(
  highlights: readonly RecordedHighlight[],
  { cues, clock, duration = Infinity }: Timeline,
): readonly { readonly cue: ProductCue; readonly time: number }[] {
  const [first] = clock;
  if (!first) return [];
  // Of a recording whose beginning has no program time, nobody can say what was sent before it.
  const begin = first.time === 0 ? first.programTime : -Infinity;
  const inStream = new Set(cues.map(({ n }) => n));
  const placed: { cue: ProductCue; time: number }[] = [];
  let carried: RecordedHighlight | undefined;
  for (const highlight of highlights) {
    const { cue, sentAt } = highlight;
    // A cue is the whole state: of those sent before the recording only the newest is still on screen when it begins.
    if (sentAt < begin) carried = carried && carried.cue.n > cue.n ? carried : highlight;
    else if (!inStream.has(cue.n)) {
      const time = mediaTimeAt(clock, sentAt);
      if (time !== undefined && time < duration) placed.push({ cue, time: Math.floor(time * 1e6) / 1e6 });
    }
  }
  // Seen in the stream only as a repeat, it has held since the first picture nevertheless.
  if (carried) placed.push({ cue: carried.cue, time: 0 });
  return placed;
}

/** Offers of the moment must not come back to life; `e` has done its work. */
function plain({ n, show, at, set }: ProductCue, withSet: boolean): ProductCue {
  return { n, show, ...(at && { at }), ...(withSet && set && { set }) };
}
