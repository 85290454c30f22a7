import type { Timeline, TimelineJson } from './timeline.ts';

/** timeline.json of this timeline, each key in its one place, so that the same timeline gives the same bytes. */
export function writeTimeline({ cues, clock, duration }: Timeline): TimelineJson {
  return {
    vitrine: 1,
    ...(duration !== undefined && { duration }),
    clock: clock.map(({ time, programTime }) => ({ time, programTime })),
    cues: cues.map(({ time, n, show, at, set, sentTime }) => ({
      time,
      n,
      show,
      ...(at && { at }),
      ...(set && { set }),
      ...(sentTime !== undefined && { sentTime }),
    })),
  };
}
