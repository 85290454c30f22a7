import { mediaTimeAt } from '@vitrine/product-cues';
import type { ClockEntry, ProductCue } from '@vitrine/product-cues';
import { TICKS_PER_SECOND } from '../media/pts.ts';
import type { PublicationLog, RecordedHighlight } from '../publication.ts';
import { programTimeOf } from './uncut-time.ts';
import { programEnd, uncutClock } from './uncut-replay.ts';
import type { UncutReplay } from './uncut-replay.ts';

/** A cue at a time of the uncut replay, in ticks. */
export interface UncutCue {
  readonly cue: ProductCue;
  readonly time: number;
}

type Sent = Pick<RecordedHighlight, 'cue' | 'sentAt'>;

/**
 * All cues of an event, each once, in order. What the recordings carry counts, and of each cue its earliest sighting; the service's own record adds what the stream has lost,
 * and what was on screen already when the recording, or one after a gap, began.
 */
export function gatherCues(
  replay: UncutReplay,
  highlights: readonly RecordedHighlight[],
  log: PublicationLog,
): readonly UncutCue[] {
  const cues = new Map<number, UncutCue>();
  const add = (found: UncutCue): void => {
    const known = cues.get(found.cue.n);
    if (!known || found.time < known.time) cues.set(found.cue.n, found);
  };
  /** What only a part that is left out carries says no more than when it was sent. */
  const heard: Sent[] = [];
  for (const [index, recording] of replay.recordings.entries()) {
    const { own, start, end } = replay.parts[index] ?? { own: 0, start: 0, end: 0 };
    for (const { cue, time } of recording.cues) {
      const sentAt = time >= own && start < end ? undefined : programTimeOf(recording, time);
      if (sentAt === undefined) add({ cue, time: Math.min(time - own + start, end) });
      else heard.push({ cue, sentAt });
    }
  }
  const inStream = new Map([...cues].map(([n, { time }]) => [n, time]));
  for (const late of findLate(replay, highlights, inStream)) {
    log.warn(
      { n: late.cue.n, time: late.time, inStream: inStream.get(late.cue.n) },
      'cue is in the stream only long after it was sent, as a repeat: it is placed by the moment at which it was sent',
    );
    add(late);
  }
  for (const placed of placeByClock(replay, [...heard, ...highlights], inStream)) {
    log.info({ n: placed.cue.n, time: placed.time }, 'cue placed by the moment at which it was sent');
    add(placed);
  }
  return [...cues.values()].sort((a, b) => a.time - b.time || a.cue.n - b.cue.n);
}

/** Ticks by which a cue's first sighting may be later than the service's own record: less than lies between two repeats. */
const LATE = 4 * TICKS_PER_SECOND;

/** Cues of which the stream has lost the first: by the record, where that lies in the same stretch of the stream as the sighting. */
function findLate(
  { stretches }: UncutReplay,
  highlights: readonly Sent[],
  inStream: ReadonlyMap<number, number>,
): readonly UncutCue[] {
  return highlights.flatMap(({ cue, sentAt }) => {
    const seen = inStream.get(cue.n);
    const stretch = stretches.find(({ start, end }) => seen !== undefined && start <= seen && seen < end);
    if (seen === undefined || stretch?.programTime === undefined || sentAt < stretch.programTime) return [];
    const time = stretch.start + Math.round(((sentAt - stretch.programTime) * TICKS_PER_SECOND) / 1000);
    return seen - time > LATE ? [{ cue, time }] : [];
  });
}

function placeByClock(
  replay: UncutReplay,
  sent: readonly Sent[],
  inStream: ReadonlyMap<number, number>,
): readonly UncutCue[] {
  const clock = uncutClock(replay);
  const placed: UncutCue[] = [];
  /** A cue is the whole state: of those sent while nothing was recorded, only the newest is on screen when something is again. By the time it begins. */
  const carried = new Map<number, UncutCue>();
  for (const { cue, sentAt } of sent) {
    const entry = beginAfter(replay, clock, sentAt);
    if (entry !== undefined) {
      const known = carried.get(entry);
      if (!known || known.cue.n < cue.n) carried.set(entry, { cue, time: entry });
    } else if (!inStream.has(cue.n)) {
      const time = mediaTimeAt(clock, sentAt);
      if (time !== undefined && time * TICKS_PER_SECOND < replay.end)
        placed.push({ cue, time: time * TICKS_PER_SECOND });
    }
  }
  // Also what the stream has only as a repeat: it has held since the first picture.
  return [...placed, ...carried.values()];
}

/** Where the replay goes on, in ticks, after a moment of which it shows nothing; `undefined` for one that it shows, or of which nobody can say. */
function beginAfter(
  { stretches }: UncutReplay,
  clock: readonly ClockEntry[],
  programTime: number,
): number | undefined {
  const first = stretches[0];
  // Of a replay whose beginning has no program time, nobody can say what was sent before it.
  if (first?.programTime === undefined) return undefined;
  if (programTime < first.programTime) return first.start;
  const isShown = stretches.some((stretch) => {
    const end = programEnd(stretch);
    return (
      stretch.programTime !== undefined &&
      end !== undefined &&
      stretch.programTime <= programTime &&
      programTime < end
    );
  });
  if (isShown) return undefined;
  const next = mediaTimeAt(clock, programTime);
  const entry = stretches.find(
    ({ start, programTime: begin }) =>
      begin !== undefined && begin > programTime && start / TICKS_PER_SECOND === next,
  );
  return entry?.start;
}
