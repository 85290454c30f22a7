import { countUntil } from './state-at.ts';
import type { Timeline } from './timeline.ts';

/** The time of the first cue later than this media time; `undefined` after the last. */
export function nextChange(timeline: Timeline, mediaTime: number): number | undefined {
  return timeline.cues[countUntil(timeline, mediaTime)]?.time;
}
