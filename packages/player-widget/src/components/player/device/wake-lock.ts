import { onAbort } from '../../../internal/on-abort.ts';
import type { MediaEngine } from '../../../media/media-engine.ts';

interface AwakeOptions {
  readonly host: HTMLElement;
  readonly video: HTMLVideoElement;
  readonly engine: MediaEngine;
  readonly signal: AbortSignal;
}

/**
 * Keeps the screen from going dark while somebody watches or listens: a silent loop that was scrolled away keeps nobody's
 * phone awake. Where a browser has no such thing, or refuses, nothing is missing.
 */
export function keepAwake({ host, video, engine, signal }: AwakeOptions): void {
  let lock: WakeLockSentinel | undefined;
  /** Who gave it. */
  let giver: WakeLock | undefined;
  let asking = false;
  let inView = false;
  const isWatched = (): boolean =>
    inView ||
    (!engine.muted && engine.volume > 0) ||
    host.hasAttribute('data-floating') ||
    document.pictureInPictureElement === host;
  /** Whom to ask; a page that is hidden gets none, but its own window does. Nobody where none is wanted. */
  const wanted = (): WakeLock | undefined => {
    if (engine.paused || signal.aborted) return undefined;
    if (!document.hidden)
      return host.hasAttribute('data-away') || isWatched() ? navigator.wakeLock : undefined;
    return host.hasAttribute('data-away')
      ? window.documentPictureInPicture?.window?.navigator.wakeLock
      : undefined;
  };
  const look = async (): Promise<void> => {
    const from = wanted();
    if (lock && (lock.released || giver !== from)) {
      void lock.release().catch(() => undefined);
      lock = undefined;
    }
    if (!from || lock || asking) return;
    asking = true;
    giver = from;
    // A battery that is low is a reason to refuse.
    lock = await from.request('screen').catch(() => undefined);
    asking = false;
    if (wanted() !== from) await look();
  };
  const lookNow = (): void => void look();
  for (const type of ['playing', 'pause', 'ended', 'volumechange'] as const)
    engine.addEventListener(type, lookNow, { signal });
  for (const type of ['enterpictureinpicture', 'leavepictureinpicture'])
    video.addEventListener(type, lookNow, { signal });
  // The browser takes it back when the page is hidden.
  document.addEventListener('visibilitychange', lookNow, { signal });
  const places = new MutationObserver(lookNow);
  places.observe(host, { attributeFilter: ['data-away', 'data-floating'] });
  const view = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? inView;
    lookNow();
  });
  view.observe(host);
  onAbort(signal, () => {
    places.disconnect();
    view.disconnect();
    lookNow();
  });
  lookNow();
}
