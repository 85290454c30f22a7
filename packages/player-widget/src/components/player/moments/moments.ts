import { EMPTY_TIMELINE, type Timeline } from '@vitrine/product-cues';
import type { MediaEngine } from '../../../media/media-engine.ts';
import { PlayerError } from '../../../media/player-error.ts';
import { followLinks, linkedStretch, type Playing } from './follow-link.ts';
import { asksForProduct } from './link-for.ts';
import { playUntil } from './play-until.ts';
import { keepWhereOneIs, leftAt } from './resume.ts';
import { tellResumed } from './tell-resumed.ts';

/**
 * Where an archive begins, in seconds: where the page's address leads, else where the viewer left it and agreed to
 * return to, else where the element says.
 *
 * @param startTime - what the element says, in seconds
 */
export async function beginning(
  playing: Playing,
  timeline: Promise<Timeline | undefined> | undefined,
  startTime: number,
): Promise<number> {
  const known = asksForProduct() ? await timeline : undefined;
  // What did not come may come late: then the link waits for it.
  const isLate = asksForProduct() && timeline && !known;
  const stretch = isLate ? undefined : linkedStretch(playing, known ?? EMPTY_TIMELINE);
  if (stretch) {
    playUntil(playing.engine, stretch, playing);
    return stretch.start;
  }
  const left = leftAt(playing);
  if (left !== undefined) resumed.set(playing.engine, left);
  return left ?? (isThere(startTime, playing) ? startTime : 0);
}

/** What lies behind the end is told, and counts as absent. */
function isThere(startTime: number, { engine: { duration }, onProblem }: Playing): boolean {
  if (!(startTime >= duration)) return true;
  const problem = `start-time="${startTime}" should be before the end of the video, at ${duration} seconds.`;
  onProblem(new PlayerError('ATTRIBUTE_INVALID', problem));
  return false;
}

const resumed = new WeakMap<MediaEngine, number>();

/**
 * Follows what a viewer wants of an archive once its picture is there: links, and where they were.
 *
 * @param late - resolves when the times of products are here, where they are not yet
 */
export function follow(playing: Playing, timeline: () => Timeline, late?: Promise<unknown>): void {
  const left = resumed.get(playing.engine);
  followLinks(playing, timeline, late);
  keepWhereOneIs(playing);
  if (left !== undefined) void tellResumed(playing, left);
}
