import type { MediaEngine } from './media/media-engine.ts';

/** Calls back once, as soon as the video has painted a picture. */
export function whenPictured(
  video: HTMLVideoElement,
  engine: MediaEngine,
  onPicture: () => void,
  { signal }: { signal: AbortSignal },
): void {
  let told = false;
  const tell = (): void => {
    if (told || signal.aborted) return;
    told = true;
    onPicture();
  };
  const request = video.requestVideoFrameCallback(tell);
  signal.addEventListener('abort', () => video.cancelVideoFrameCallback(request), { once: true });
  // A hidden tab paints no frame, and sound alone has none.
  engine.addEventListener('timeupdate', () => engine.currentTime > 0 && !engine.paused && tell(), { signal });
}
