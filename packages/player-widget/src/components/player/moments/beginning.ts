import { EMPTY_TIMELINE, type Timeline } from '@vitrine/product-cues';
import { linkedStretch, type Playing } from './follow-link.ts';
import { playUntil } from './play-until.ts';

/**
 * Where an archive begins, in seconds: where the page's address leads, else where the element says.
 *
 * @param startTime - what the element says, in seconds
 */
export async function beginning(
  playing: Playing,
  timeline: Promise<Timeline | undefined> | undefined,
  startTime: number,
): Promise<number> {
  // Only a product has to be looked up.
  const known = /[#&]product=/.test(location.hash) ? await timeline : undefined;
  const stretch = linkedStretch(playing, known ?? EMPTY_TIMELINE);
  if (!stretch) return startTime;
  playUntil(playing.engine, stretch, playing);
  return stretch.start;
}
