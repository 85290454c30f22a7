import { onAbort } from '../internal/on-abort.ts';
import { endOf } from '../media/live-window.ts';
import type { LivePosition } from '../media/live-position.ts';
import type { MediaEngine } from '../media/media-engine.ts';

/** Nobody hears it: voices stay at their pitch, and a minute is three seconds shorter. */
const RATE = 1.05;
/** Seconds behind the live edge at which it begins, and within it at which it ends. */
const BEGIN = 1;
const END = 1;
/** Seconds behind the edge beyond which it would take too long. */
const TOO_FAR = 15;
/** Seconds of media that must be there: a buffer that runs dry loses more than is won. */
const BUFFERED = 4;
/** Milliseconds between two jumps. */
const JUMP_PAUSE = 30_000;

/**
 * Keeps who watches live near the edge after stalls: a little faster for a while, or by a jump where that would take minutes.
 * Never for who has gone back, and never at a rate that somebody else has chosen.
 */
export function keepUp(
  engine: MediaEngine,
  position: LivePosition,
  { signal }: { signal: AbortSignal },
): void {
  let hurrying = false;
  let jumpedAt = -JUMP_PAUSE;

  const hurry = (wanted: boolean): void => {
    if (wanted === hurrying) return;
    hurrying = wanted;
    engine.playbackRate = wanted ? RATE : 1;
  };
  const look = (): void => {
    // Rates come back rounded to single precision.
    const isOurs = Math.abs(engine.playbackRate - (hurrying ? RATE : 1)) < 0.001;
    if (!isOurs) {
      hurrying = false;
      return;
    }
    const late = engine.liveEdgeStart - engine.currentTime;
    if (!position.isAtLive || position.isMoving || engine.paused || Number.isNaN(late)) return hurry(false);
    if (late > TOO_FAR && performance.now() - jumpedAt > JUMP_PAUSE) {
      jumpedAt = performance.now();
      hurry(false);
      position.catchUp();
      return;
    }
    const buffered = endOf(engine.buffered) - engine.currentTime;
    hurry(buffered > BUFFERED && late > (hurrying ? -END : BEGIN));
  };

  for (const type of ['timeupdate', 'pause', 'seeking'] as const)
    engine.addEventListener(type, look, { signal });
  engine.addEventListener('waiting', () => hurry(false), { signal });
  onAbort(signal, () => (hurrying = false));
}
