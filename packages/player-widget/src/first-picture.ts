import { onAbort } from './internal/on-abort.ts';
import type { MediaEngine } from './media/media-engine.ts';

/** Calls back as soon as the video has painted a picture, and again while it plays. */
export function whenPictured(
  video: HTMLVideoElement,
  engine: MediaEngine,
  onPicture: () => void,
  { signal }: { signal: AbortSignal },
): void {
  const request = video.requestVideoFrameCallback(onPicture);
  onAbort(signal, () => video.cancelVideoFrameCallback(request));
  // A hidden tab paints no frame, and sound alone has none.
  engine.addEventListener('timeupdate', () => engine.currentTime > 0 && !engine.paused && onPicture(), {
    signal,
  });
}
