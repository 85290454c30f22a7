import type { MediaEngine } from './media/media-engine.ts';

/** Calls back as soon as the video has painted a picture, and again while it plays. */
export function whenPictured(
  video: HTMLVideoElement,
  engine: MediaEngine,
  onPicture: () => void,
  { signal }: { signal: AbortSignal },
): void {
  const request = video.requestVideoFrameCallback(onPicture);
  signal.addEventListener('abort', () => video.cancelVideoFrameCallback(request), { once: true });
  // A hidden tab paints no frame, and sound alone has none.
  engine.addEventListener('timeupdate', () => engine.currentTime > 0 && !engine.paused && onPicture(), {
    signal,
  });
}
