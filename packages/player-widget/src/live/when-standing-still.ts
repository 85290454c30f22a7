import { onAbort } from '../internal/on-abort.ts';
import type { MediaEngine } from '../media/media-engine.ts';

/** Milliseconds: longer than an engine needs to get over files that come late, or not at all. */
const TOO_LONG = 10_000;
const LOOKS = 20;
/** Seconds: by less the IVS player's word for where it is may change while it waits. */
const MOVES = 0.1;

/**
 * Told once a stream that had a picture, and is to play, has stood still for so long that it will not go on by itself: the IVS player may wait
 * for ever for a file that it never got, and say nothing. Not for a page that nobody sees, in which the browser may let it rest.
 */
export function whenStandingStill(
  engine: MediaEngine,
  onStandstill: () => void,
  { signal, within = TOO_LONG }: { signal: AbortSignal; within?: number },
): void {
  // The picture's: where none is painted that is the time of what is heard.
  let time = engine.pictureTime;
  /** Milliseconds. */
  let stood: number | undefined;
  let looked = performance.now();
  const look = (): void => {
    const now = performance.now();
    // A page that stood still itself has not seen the stream do so.
    const since = Math.min(now - looked, (2 * within) / LOOKS);
    looked = now;
    const moves = Math.abs(engine.pictureTime - time) > MOVES;
    if (moves) time = engine.pictureTime;
    // Before the first picture somebody else waits for it.
    if (moves || (stood !== undefined && (engine.paused || document.hidden))) stood = 0;
    else if (stood !== undefined && (stood += since) > within) {
      stood = undefined;
      onStandstill();
    }
  };
  // Opened while files are still missing, that player may have one picture, and no more.
  engine.addEventListener('picture', () => (stood ??= 0), { signal });
  const timer = setInterval(look, within / LOOKS);
  onAbort(signal, () => clearInterval(timer));
}
