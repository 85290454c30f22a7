import type { LiveEvent, Timeline } from '@vitrine/product-cues';
import { intoPicture } from '../../../internal/into-picture.ts';
import type { LinkFragment, LinkTime } from '../../../internal/link-fragment.ts';
import type { MediaEngine } from '../../../media/media-engine.ts';
import { PlayerError } from '../../../media/player-error.ts';
import { asksForProduct, isFirst, linkFor } from './link-for.ts';
import { playUntil } from './play-until.ts';

/** What a player knows of what it plays. */
export interface Playing {
  readonly host: Element;
  readonly engine: MediaEngine;
  readonly event: LiveEvent;
  readonly onProblem: (error: PlayerError) => void;
  readonly signal: AbortSignal;
}

/** What the players of this page play, so that one need not complain of a product that another has. */
const timelines = new Map<Element, Timeline>();

/**
 * From now on, goes where the page's address leads; the page alone changes it. To a product that has to be waited for (`late`) it goes
 * unless the viewer has gone elsewhere by then.
 */
export function followLinks(playing: Playing, timeline: () => Timeline, late?: Promise<unknown>): void {
  const { engine, signal } = playing;
  let isLate = !!late;
  let hasSought = false;
  const follow = (): void => {
    hasSought = false;
    if (isLate && asksForProduct()) return;
    const stretch = linkedStretch(playing, timeline());
    if (!stretch) return;
    engine.currentTime = intoPicture(stretch.start);
    playUntil(engine, stretch, { signal });
  };
  addEventListener('hashchange', follow, { signal });
  // It may have changed since the video was opened.
  follow();
  engine.addEventListener('seeking', () => (hasSought = true), { signal });
  void late?.then(() => {
    isLate = false;
    if (!signal.aborted && !hasSought) follow();
  });
}

/** The stretch that the page's address asks of this player, in seconds; `undefined` where it asks for nothing that there is. */
export function linkedStretch(playing: Playing, timeline: Timeline): LinkTime | undefined {
  const { host, onProblem, signal } = playing;
  if (!timelines.has(host)) signal.addEventListener('abort', () => timelines.delete(host), { once: true });
  timelines.set(host, timeline);
  const link = linkFor(host);
  const found = link && stretchOf(link, playing, timeline);
  const problems = [...(link?.problems ?? []), ...(typeof found === 'string' ? [found] : [])];
  for (const problem of problems) onProblem(new PlayerError('LINK_INVALID', problem));
  return typeof found === 'object' ? found : undefined;
}

/** The stretch, or why there is none. */
function stretchOf(
  { time, product }: LinkFragment,
  { host, engine: { duration } }: Playing,
  timeline: Timeline,
): LinkTime | string | undefined {
  if (time) {
    if (!(time.start >= duration)) return time;
    return `#t=${time.start} should be before the end of the video, at ${duration} seconds.`;
  }
  if (product === undefined) return undefined;
  const start = firstShown(timeline, product);
  if (start !== undefined) return { start, end: Infinity };
  const isElsewhere = [...timelines.values()].some((other) => firstShown(other, product) !== undefined);
  return isElsewhere || !isFirst(host)
    ? undefined
    : `#product=${product.slice(0, 100)} should be the id of a product that this event shows.`;
}

/** Media time at which a product is first shown, in seconds. */
export function firstShown({ cues }: Timeline, product: string): number | undefined {
  return cues.find(({ show }) => show.includes(product))?.time;
}
