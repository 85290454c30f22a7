import { onAbort } from '../../../internal/on-abort.ts';
import type { MediaEngine } from '../../../media/media-engine.ts';

/** Keeps the screen from going dark while somebody watches. Where a browser has no such thing, or refuses, nothing is missing. */
export function keepAwake(engine: MediaEngine, { signal }: { signal: AbortSignal }): void {
  const locks: WakeLock | undefined = navigator.wakeLock;
  let lock: WakeLockSentinel | undefined;
  let asking = false;
  const isWanted = (): boolean => !engine.paused && !document.hidden && !signal.aborted;
  const look = async (): Promise<void> => {
    if (!isWanted()) {
      void lock?.release().catch(() => undefined);
      lock = undefined;
    } else if (!asking && (lock?.released ?? true)) {
      asking = true;
      // A battery that is low is a reason to refuse.
      lock = await locks?.request('screen').catch(() => undefined);
      asking = false;
      if (!isWanted()) await look();
    }
  };
  for (const type of ['playing', 'pause', 'ended'] as const)
    engine.addEventListener(type, () => void look(), { signal });
  // The browser takes it back when the page is hidden.
  document.addEventListener('visibilitychange', () => void look(), { signal });
  onAbort(signal, () => void look());
  void look();
}
