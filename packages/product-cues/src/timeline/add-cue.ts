import { compareContent, compareCues, type TimedCue, type Timeline } from './timeline.ts';

/**
 * The timeline with this cue; the same object when nothing changes. Neither the order in which cues arrive nor how often
 * they do makes a difference: `n` is a cue's identity, an in-band time goes before one of the side channel, and of two
 * of a kind the earlier one. Cues of an archive stand as they are, since edits may give an `n` any place.
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
  const inBand = Number(b.origin === 'in-band') - Number(a.origin === 'in-band');
  return inBand || a.time - b.time || compareContent(a, b);
}
