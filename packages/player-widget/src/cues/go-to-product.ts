import type { Timeline } from '@vitrine/product-cues';
import { intoPicture } from '../internal/into-picture.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import { isReachable } from './is-reachable.ts';

/** Goes to where a product is first shown, of what can be reached; false where there is no such place. */
export function goToProduct(engine: MediaEngine, { cues }: Timeline, id: string): boolean {
  const cue = cues.find(({ show, time }) => show.includes(id) && isReachable(engine, time));
  if (cue) engine.currentTime = intoPicture(cue.time);
  return !!cue;
}
