import type { MediaPlayer } from 'amazon-ivs-player';

/** Where the SDK's player tells what became of `play()`, which itself answers nothing. */
interface PlayOptions {
  readonly player: MediaPlayer;
  readonly video: HTMLVideoElement;
  readonly PlayerEventType: typeof import('./ivs-sdk.ts').PlayerEventType;
  /** Ends with the source. */
  readonly signal: AbortSignal;
}

/** Plays as `HTMLMediaElement.play()` does: resolves once it plays, rejects when the browser or a pause prevents it. */
export function playThrough({ player, video, PlayerEventType, signal }: PlayOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const until = { signal: AbortSignal.any([signal, settled.signal]) };
    const settle = (reason?: DOMException): void => {
      settled.abort();
      player.removeEventListener(PlayerEventType.PLAYBACK_BLOCKED, blocked);
      player.removeEventListener(PlayerEventType.ERROR, prevented);
      if (reason) reject(reason);
      else resolve();
    };
    const blocked = (): void => settle(new DOMException('The browser waits for a tap.', 'NotAllowedError'));
    const prevented = (): void => settle(new DOMException('Playing was prevented.', 'AbortError'));

    player.addEventListener(PlayerEventType.PLAYBACK_BLOCKED, blocked);
    player.addEventListener(PlayerEventType.ERROR, prevented);
    signal.addEventListener('abort', prevented, until);
    video.addEventListener('playing', () => settle(), until);
    // The SDK pauses the <video> while it buffers; a pause that was asked for shows in the player.
    video.addEventListener('pause', () => player.isPaused() && prevented(), until);
    player.play();
    // It says `playing` only when it begins to.
    if (!player.isPaused() && !video.paused && video.readyState > HTMLMediaElement.HAVE_CURRENT_DATA)
      settle();
  });
}
