import { onAbort } from '../internal/on-abort.ts';
import type { MediaEngine } from '../media/media-engine.ts';

/** Milliseconds: longer than an engine needs to get over files that come late, or not at all. */
const TOO_LONG = 20_000;
const LOOKS = 20;

/**
 * Told once a stream that has played, and is to play, has stood still for so long that it will not go on by itself: the IVS player may wait
 * for ever for a file that it never got, and say nothing. Not for a page that nobody sees, in which the browser may let it rest.
 */
export function whenStandingStill(
  engine: MediaEngine,
  onStandstill: () => void,
  { signal, within = TOO_LONG }: { signal: AbortSignal; within?: number },
): void {
  let time = engine.currentTime;
  let movedAt: number | undefined;
  const look = (): void => {
    const now = performance.now();
    const moves = engine.currentTime !== time;
    time = engine.currentTime;
    // What has not begun has another to wait for it.
    if (moves || (movedAt !== undefined && (engine.paused || document.hidden))) movedAt = now;
    else if (movedAt !== undefined && now - movedAt > within) {
      movedAt = undefined;
      onStandstill();
    }
  };
  const timer = setInterval(look, within / LOOKS);
  onAbort(signal, () => clearInterval(timer));
}
