import type { Outline } from '../../database/documents.ts';
import { toSeconds } from '../media/archive-seconds.ts';
import type { KeptPlaces } from './carry-out-edits.ts';
import { openPlaces, timeOfPlace } from './landing.ts';
import type { UncutReplay } from './uncut-replay.ts';

/** What an editor needs to know of the uncut replay, and what is left of it. */
export function outlineOf(replay: UncutReplay, kept: readonly KeptPlaces[]): Outline {
  return {
    duration: toSeconds(replay.end),
    recordings: replay.parts.map(({ own, start, end }, index) => ({
      id: replay.recordings[index]?.source.id ?? 0,
      start: toSeconds(start),
      duration: toSeconds(end - start),
      from: toSeconds(own),
    })),
    keyframes: Array.from(openPlaces(replay), toSeconds),
    kept: kept.map(({ from, to }) => ({
      from: toSeconds(timeOfPlace(replay, from)),
      to: toSeconds(timeOfPlace(replay, to)),
    })),
  };
}
