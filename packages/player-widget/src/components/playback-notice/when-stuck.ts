import type { MediaEngine } from '../../media/media-engine.ts';
import { onAbort } from '../../internal/on-abort.ts';

/** Milliseconds without a picture after which somebody who waits is told why: most failures are over by then. */
const PATIENCE = 1_500;

/** Tells whether the network keeps the picture from moving, from some time after it has stopped until it moves again. */
export function whenStuck(
  engine: MediaEngine,
  onChange: (isStuck: boolean) => void,
  { signal }: { signal: AbortSignal },
): void {
  let isStuck = false;
  let lastTime = Number.NaN;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (is: boolean): void => {
    if (is === isStuck) return;
    isStuck = is;
    onChange(is);
  };
  const look = (): void => {
    const isWaiting = engine.reconnecting && !engine.paused;
    if (!isWaiting) {
      clearTimeout(timer);
      timer = undefined;
      tell(false);
    } else timer ??= setTimeout(() => tell(true), PATIENCE);
  };
  const moved = (): void => {
    if (engine.currentTime === lastTime) return;
    lastTime = engine.currentTime;
    clearTimeout(timer);
    timer = undefined;
    tell(false);
    look();
  };
  for (const type of ['reconnectingchange', 'play', 'pause'] as const)
    engine.addEventListener(type, look, { signal });
  for (const type of ['picture', 'timeupdate'] as const) engine.addEventListener(type, moved, { signal });
  onAbort(signal, () => clearTimeout(timer));
  look();
}
