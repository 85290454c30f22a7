import { CUE_CHECKS } from '../cue/product-cue.ts';
import { atLeastZero, attempt, type Check, number, orElse, type Read, version1 } from '../internal/check.ts';
import { readable, shape } from '../internal/check-shapes.ts';
import type { ClockEntry } from './program-clock.ts';
import { compareCues, type TimedCue, type Timeline } from './timeline.ts';

const timedCue: Check<TimedCue> = shape({
  ...CUE_CHECKS,
  time: atLeastZero,
  origin: () => 'archive' as const,
  sentTime: orElse(number, undefined),
});

const clockEntry: Check<ClockEntry> = shape({ time: atLeastZero, programTime: number });

const timeline = shape({
  vitrine: version1,
  cues: readable(timedCue),
  clock: orElse(readable(clockEntry), []),
  duration: orElse(atLeastZero, undefined),
});

const sortedTimeline: Check<Timeline> = (value, field) => {
  const { cues, clock, ...rest } = timeline(value, field);
  return { cues: cues.toSorted(compareCues), clock: clock.toSorted((a, b) => a.time - b.time), ...rest };
};

/** Reads timeline.json. A cue or a clock entry that cannot be read is left out, as a bad cue in a stream would be. */
export function readTimeline(json: unknown): Read<Timeline> {
  return attempt(sortedTimeline, json, 'timeline.json');
}
