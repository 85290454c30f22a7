import type { LiveEvent } from '@vitrine/product-cues';
import { forgetPosition, keepPosition, keptPosition } from './kept-positions.ts';
import type { Playing } from './follow-link.ts';

/** Milliseconds from one time that a position is kept to the next, while playing. */
const OFTEN = 5_000;
/** Seconds at either end of a video that are no place to return to; of a short one, a twentieth. */
const BEGINNING = 10;
const ENDING = 15;

/** The page sets it once a visitor has agreed to storage: without it nothing is read or written. */
export const mayResume = (host: Element): boolean => host.hasAttribute('resume');

/** Where a visitor left this video, in seconds; `undefined` where there is nothing to return to. */
export function leftAt({ host, event, engine: { duration } }: Playing): number | undefined {
  if (!mayResume(host)) return undefined;
  const seconds = keptPosition(keyOf(event));
  return seconds !== undefined && isWithin(seconds, duration) ? seconds : undefined;
}

/** Keeps where a visitor is, for as long as they agree: now and then, and whenever they stop or go. */
export function keepWhereOneIs({ host, event, engine, signal }: Playing): void {
  const key = keyOf(event);
  let position: number | undefined;
  // Remembered with it: an engine that is taken away has none any more.
  let duration = Number.NaN;
  let keptAt = performance.now();
  const keep = (): void => {
    if (position === undefined || !mayResume(host)) return;
    keptAt = performance.now();
    if (isWithin(position, duration)) keepPosition(key, position);
    else forgetPosition(key);
  };
  const move = (): void => {
    if (engine.seeking) return;
    ({ duration } = engine);
    position = engine.ended ? Infinity : engine.currentTime;
    if (performance.now() - keptAt > OFTEN) keep();
  };
  const stop = (): void => {
    move();
    keep();
  };
  engine.addEventListener('timeupdate', move, { signal });
  for (const type of ['pause', 'seeked', 'ended'] as const) engine.addEventListener(type, stop, { signal });
  // A phone may tell no more than that the page is hidden.
  document.addEventListener('visibilitychange', keep, { signal });
  addEventListener('pagehide', keep, { signal });
  signal.addEventListener('abort', keep, { once: true });
}

function isWithin(seconds: number, duration: number): boolean {
  const twentieth = duration / 20;
  return seconds >= Math.min(BEGINNING, twentieth) && seconds < duration - Math.min(ENDING, twentieth);
}

/** An event is one thing in its shop; a video without an event, its address without what changes from visit to visit. */
function keyOf({ shop, id, playback }: LiveEvent): string {
  return id ? `${shop}/${id}` : (playback?.url.replace(/[?#].*/s, '') ?? '');
}
