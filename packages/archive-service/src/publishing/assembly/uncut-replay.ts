import type { ClockEntry } from '@vitrine/product-cues';
import { TICKS_PER_SECOND } from '../media/pts.ts';
import type { PublicationLog } from '../publication.ts';
import type { RecordingTimeline } from './recording-timeline.ts';

/** A part of one run of a recording, as the uncut replay has it. Times are ticks. */
export interface Stretch {
  /** Index of the recording. */
  readonly recording: number;
  readonly run: number;
  /** Places of the recording: the first of the stretch, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Where it begins in the recording. */
  readonly own: number;
  /** Where it begins in the uncut replay, and where the next begins. */
  readonly start: number;
  readonly end: number;
  /** Epoch ms of its beginning, where it is known. */
  readonly programTime: number | undefined;
}

/** All recordings of an event, one after the other, each moment once. Times are ticks. */
export interface UncutReplay {
  readonly recordings: readonly RecordingTimeline[];
  readonly stretches: readonly Stretch[];
  /** For each recording where in it and in the replay its part begins; a recording that adds nothing has an empty part. */
  readonly parts: readonly { readonly own: number; readonly start: number; readonly end: number }[];
  readonly end: number;
}

/** Less than this is no overlap: clocks differ by as much, and leaving out costs a whole range. */
const OVERLAP_MIN_MS = 100;

/**
 * Puts recordings together in the order given. What of a later one lies before an earlier one's end, by the clock that both carry, is left out from the later one, in
 * whole ranges: the replay never goes back in time. Of a recording without a clock nobody can say what it repeats.
 */
export function joinRecordings(recordings: readonly RecordingTimeline[], log: PublicationLog): UncutReplay {
  const stretches: Stretch[] = [];
  const parts: { own: number; start: number; end: number }[] = [];
  let end = 0;
  /** Epoch ms. */
  let shownUntil = -Infinity;
  for (const [index, recording] of recordings.entries()) {
    const first = firstPlaceFrom(recording, shownUntil - OVERLAP_MIN_MS);
    const own = first < recording.places.length ? recording.places.start(first) : recording.end;
    if (own > 0)
      log.info(
        { recording: recording.source.id, seconds: own / TICKS_PER_SECOND },
        own < recording.end
          ? 'what an earlier recording shows already is left out'
          : 'a recording that earlier ones hold entirely adds nothing',
      );
    const start = end;
    for (const stretch of stretchesFrom(recording, index, first, start - own)) {
      stretches.push(stretch);
      shownUntil = Math.max(shownUntil, programEnd(stretch) ?? -Infinity);
    }
    end += recording.end - own;
    parts.push({ own, start, end });
  }
  return { recordings, stretches, parts, end };
}

/** The first open place at or after a program time; the number of places where all lie before it. */
function firstPlaceFrom({ places, runs }: RecordingTimeline, time: number): number {
  for (let place = 0; place < places.length; place += 1) {
    if (!places.isOpen(place)) continue;
    const { start = 0, programTime } = runs[places.run(place)] ?? {};
    if (programTime === undefined || programTime + toMs(places.start(place) - start) >= time) return place;
  }
  return places.length;
}

function* stretchesFrom(
  { places, runs, end }: RecordingTimeline,
  recording: number,
  first: number,
  shift: number,
): Generator<Stretch> {
  if (first >= places.length) return;
  for (let run = places.run(first); run < runs.length; run += 1) {
    const from = Math.max(first, places.firstOf(run));
    const own = places.start(from);
    const { start = own, programTime } = runs[run] ?? {};
    yield {
      recording,
      run,
      from,
      to: places.firstOf(run + 1),
      own,
      start: own + shift,
      end: (runs[run + 1]?.start ?? end) + shift,
      programTime: programTime === undefined ? undefined : programTime + toMs(own - start),
    };
  }
}

/** The clock of the uncut replay, with the fractions of milliseconds that it is known in. */
export function uncutClock({ stretches }: UncutReplay): readonly ClockEntry[] {
  return stretches.flatMap(({ start, programTime }) =>
    programTime === undefined ? [] : [{ time: start / TICKS_PER_SECOND, programTime }],
  );
}

/** Epoch ms of a stretch's end. */
export function programEnd({ start, end, programTime }: Stretch): number | undefined {
  return programTime === undefined ? undefined : programTime + toMs(end - start);
}

export const toMs = (ticks: number): number => (ticks * 1000) / TICKS_PER_SECOND;
