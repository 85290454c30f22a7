import type { MediaEngine } from './media/media-engine.ts';

/** Seconds by which the end of the buffer may seem to lie before the end of all. */
const ROUNDING = 0.1;

/** Resolves once there is more than so many seconds in the buffer, or all there is; never, once the signal has aborted. */
export function whenAhead(
  engine: MediaEngine,
  seconds: number,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const until = { signal: AbortSignal.any([signal, done.signal]) };
    const look = (): void => {
      const { buffered, currentTime, duration } = engine;
      const { length } = buffered;
      if (!length || buffered.end(length - 1) <= Math.min(currentTime + seconds, duration - ROUNDING)) return;
      done.abort();
      resolve();
    };
    for (const type of ['progress', 'timeupdate'] as const) engine.addEventListener(type, look, until);
    look();
  });
}
