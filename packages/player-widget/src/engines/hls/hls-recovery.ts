import type Hls from 'hls.js';
import type { ErrorData } from 'hls.js';
import { onAbort } from '../../internal/on-abort.ts';

/** Milliseconds before each attempt to go on loading. hls.js has retried by itself before an error is fatal. */
const NETWORK_PAUSES = [1_000, 2_000, 4_000, 8_000, 16_000] as const;
const MEDIA_ATTEMPTS = 2;
/** Seconds from where the media failed at which playback counts as going on. */
const AWAY = 1;

/**
 * Bounded recovery from fatal errors. The answer to an error is whether another attempt is under way; `false` means
 * give up. The budget is filled again by a segment that reaches the buffer; that for media only once playback has got
 * away from where it failed, or a damaged picture would be tried for ever.
 */
export function createRecovery(
  hls: Hls,
  { signal }: { signal: AbortSignal },
): {
  attempt(error: ErrorData): boolean;
  succeeded(): void;
} {
  let networkAttempts = 0;
  let mediaAttempts = 0;
  let failedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const goOn = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    hls.startLoad();
  };
  // Do not sit out a pause when the browser says that the network is back.
  addEventListener('online', goOn, { signal });
  onAbort(signal, () => clearTimeout(timer));

  return {
    attempt({ type }) {
      // Without a playlist there is nothing to go on with.
      if (!hls.latestLevelDetails) return false;
      if (type === 'mediaError') {
        if (mediaAttempts >= MEDIA_ATTEMPTS) return false;
        mediaAttempts += 1;
        failedAt = hls.media?.currentTime ?? 0;
        recover(hls);
        return true;
      }
      const pause = NETWORK_PAUSES[networkAttempts];
      if (type !== 'networkError' || pause === undefined) return false;
      networkAttempts += 1;
      clearTimeout(timer);
      timer = setTimeout(goOn, pause);
      return true;
    },
    succeeded() {
      networkAttempts = 0;
      if (Math.abs((hls.media?.currentTime ?? failedAt) - failedAt) > AWAY) mediaAttempts = 0;
    },
  };
}

/** With a new MediaSource, before which a `<video>` stops. */
function recover(hls: Hls): void {
  const { media } = hls;
  const isPlaying = media?.paused === false;
  hls.recoverMediaError();
  if (isPlaying) media.play().catch(() => undefined);
}
