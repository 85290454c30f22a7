import type { MediaEngine, MediaEngineEventMap } from '../media/media-engine.ts';

/**
 * What may change the picture on screen: each new picture, and, where none is painted (a hidden tab), time going on.
 * `seeking` is not among them: until the new picture is there the old one is still on screen, with its products.
 */
const MOMENTS = [
  'picture',
  'timeupdate',
  'seeked',
  'ended',
] as const satisfies readonly (keyof MediaEngineEventMap)[];

/** Calls back when `pictureTime` may have changed: for a new picture, in the task before it is painted. */
export function onPicture(engine: MediaEngine, take: () => void, { signal }: { signal: AbortSignal }): void {
  for (const moment of MOMENTS) engine.addEventListener(moment, take, { signal });
}
