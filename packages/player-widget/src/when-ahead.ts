import type { MediaEngine } from './media/media-engine.ts';

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
      for (let range = 0; range < buffered.length; range += 1) {
        const end = buffered.end(range);
        if (buffered.start(range) > currentTime || end <= Math.min(currentTime + seconds, duration - 0.1))
          continue;
        done.abort();
        return resolve();
      }
    };
    for (const type of ['progress', 'timeupdate'] as const) engine.addEventListener(type, look, until);
    look();
  });
}
