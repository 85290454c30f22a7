import type { MediaEngine } from '../../../media/media-engine.ts';
import type { LinkTime } from '../../../internal/link-fragment.ts';

const running = new WeakMap<MediaEngine, AbortController>();

/**
 * Pauses at the end of a stretch that a link named, once. Whoever goes elsewhere watches what they like: then it is over.
 */
export function playUntil(
  engine: MediaEngine,
  { start, end }: LinkTime,
  { signal }: { signal: AbortSignal },
): void {
  running.get(engine)?.abort();
  if (end === Infinity) return;
  const over = new AbortController();
  running.set(engine, over);
  const options = { signal: AbortSignal.any([signal, over.signal]) };
  const look = (): void => {
    if (engine.seeking || engine.pictureTime < end) return;
    over.abort();
    engine.pause();
  };
  engine.addEventListener('picture', look, options);
  engine.addEventListener('timeupdate', look, options);
  engine.addEventListener(
    'seeking',
    () => {
      const { currentTime } = engine;
      if (currentTime < start || currentTime >= end) over.abort();
    },
    options,
  );
}
