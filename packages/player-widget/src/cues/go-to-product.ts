import type { Timeline } from '@vitrine/product-cues';
import { intoPicture } from '../internal/into-picture.ts';
import type { MediaEngine } from '../media/media-engine.ts';

/** Goes to where a product is first shown; false where that is not known. */
export function goToProduct(engine: MediaEngine, { cues }: Timeline, id: string): boolean {
  const time = cues.find(({ show }) => show.includes(id))?.time;
  if (time === undefined) return false;
  engine.currentTime = intoPicture(time);
  return true;
}
