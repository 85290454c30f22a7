import type { Position } from '../../database/documents.ts';
import { TICKS_PER_SECOND } from '../media/pts.ts';
import type { RecordingTimeline } from './recording-timeline.ts';
import { programEnd, toMs } from './uncut-replay.ts';
import type { UncutReplay } from './uncut-replay.ts';

/** Where a place in a recording lies in the uncut replay, in ticks; `undefined` where the recording is not in it. */
export function uncutTimeOf(replay: UncutReplay, { recording, time }: Position): number | undefined {
  const index = replay.recordings.findIndex(({ source }) => source.id === recording);
  if (index < 0) return undefined;
  // Editors count in seconds: the nearest tick is what they mean.
  return uncutTicksOf(replay, index, Math.round(time * TICKS_PER_SECOND));
}

/**
 * The same for a recording's index and ticks. What is shown from an earlier recording is found there by the clock; where that fails, the nearest
 * that the recording's own part has counts.
 */
export function uncutTicksOf(replay: UncutReplay, index: number, ticks: number): number {
  const part = replay.parts[index] ?? { own: 0, start: 0, end: 0 };
  if (ticks >= part.own && part.end > part.start) return Math.min(ticks - part.own + part.start, part.end);
  return byClock(replay, index, ticks) ?? part.start;
}

function byClock({ recordings, stretches }: UncutReplay, index: number, ticks: number): number | undefined {
  const recording = recordings[index];
  const programTime = recording && programTimeOf(recording, ticks);
  if (programTime === undefined) return undefined;
  for (const stretch of stretches) {
    const end = programEnd(stretch);
    if (stretch.programTime === undefined || end === undefined) continue;
    const isIn = stretch.programTime <= programTime && programTime < end;
    if (isIn)
      return stretch.start + Math.round(((programTime - stretch.programTime) * TICKS_PER_SECOND) / 1000);
  }
  return undefined;
}

/** Epoch ms of a moment of a recording, in its ticks; `undefined` where nobody knows. */
export function programTimeOf({ runs }: RecordingTimeline, ticks: number): number | undefined {
  const run = runs.findLast(({ start }) => start <= ticks);
  return run?.programTime === undefined ? undefined : run.programTime + toMs(ticks - run.start);
}
