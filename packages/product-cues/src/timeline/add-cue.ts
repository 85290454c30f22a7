import { compareContent, compareCues, type TimedCue, type Timeline } from './timeline.ts';

/**
 * Seconds by which a cue's first sighting in the stream may be later than the side channel says: less than lies between two
 * repeats. Beyond that the stream has lost the cue itself, and what is seen is a repeat of it.
 */
const LATE = 4;

/**
 * The timeline with this cue; the same object when nothing changes. Neither the order in which cues arrive nor how often
 * they do makes a difference: `n` is a cue's identity, an in-band time goes before one of the side channel (but not that of
 * a repeat), and of two of a kind the earlier one. Cues of an archive stand as they are, since edits may give an `n` any
 * place.
 */
export function addCue(timeline: Timeline, cue: TimedCue): Timeline {
  if (!Number.isFinite(cue.time)) return timeline;
  const known = timeline.cues.find((other) =>
    cue.origin === 'archive' ? !compareCues(other, cue) : other.n === cue.n && other.origin !== 'archive',
  );
  if (known && compareClaims(known, cue) <= 0) return timeline;
  const cues = timeline.cues.filter((other) => other !== known);
  cues.push(cue);
  return { ...timeline, cues: cues.sort(compareCues) };
}

/** Below 0 when `a` has the better claim to the place of their `n`. */
function compareClaims(a: TimedCue, b: TimedCue): number {
  if (a.origin === b.origin) return a.time - b.time || compareContent(a, b);
  if (b.origin === 'in-band') return -compareClaims(b, a);
  return a.time - b.time > LATE ? 1 : -1;
}
