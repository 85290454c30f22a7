import type { LiveState, TimedCue } from '@vitrine/product-cues';
import type { MediaEngine } from '../media/media-engine.ts';

/** What is to become of live.json's cue: its place, or `undefined` for as long as the engine knows no clock. */
export function placeCue({ cue, programTime }: LiveState, engine: MediaEngine): TimedCue | undefined {
  if (!cue) return undefined;
  // A cue that was not broadcast belongs to no picture: it holds from the one that is on screen.
  const time = programTime === null ? engine.pictureTime : engine.mediaTimeAt(programTime);
  return time === undefined ? undefined : { ...cue, time, origin: 'side-channel' };
}
