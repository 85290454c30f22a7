import { checkCue } from '../cue/product-cue.ts';
import {
  atLeastZero,
  isFinite,
  list,
  object,
  read,
  type Read,
  readable,
  refuse,
  version1,
} from '../internal/check.ts';
import type { ClockEntry } from './program-clock.ts';
import { compareCues, type TimedCue, type Timeline } from './timeline.ts';

/** Reads timeline.json. A cue or a clock entry that cannot be read is left out, as a bad cue in a stream would be. */
export function readTimeline(json: unknown): Read<Timeline> {
  return read(() => {
    const fields = object(json, 'timeline');
    version1(fields);
    const { duration } = fields;
    const cues = readable(list(fields['cues'], 'cues'), checkTimedCue);
    const clock = readable(fields['clock'], checkClockEntry);
    return {
      cues: cues.toSorted(compareCues),
      clock: clock.toSorted((a, b) => a.time - b.time),
      ...(isFinite(duration) && duration >= 0 && { duration }),
    };
  });
}

function checkTimedCue(value: unknown): TimedCue {
  const fields = object(value, 'cue');
  const { sentTime } = fields;
  return {
    ...checkCue(fields),
    time: atLeastZero(fields['time'], 'time'),
    origin: 'archive',
    ...(isFinite(sentTime) && { sentTime }),
  };
}

function checkClockEntry(value: unknown): ClockEntry {
  const { time, programTime } = object(value, 'clock');
  return {
    time: atLeastZero(time, 'clock.time'),
    programTime: isFinite(programTime) ? programTime : refuse('clock.programTime', programTime, 'a number'),
  };
}
