import { onAbort } from '../internal/on-abort.ts';

/** Milliseconds without a painted picture, while time goes on, after which the page is taken to paint none. */
const NOT_PAINTING = 300;

/** Milliseconds after a seek within which its picture is named; until then the one before is still on screen. */
const NAMED_AFTER_SEEK = 80;

/**
 * Which picture is on screen. `requestVideoFrameCallback` names it just before it is painted; a `<video>` that is
 * not painted (a hidden tab) calls nobody, and then `undefined` says that `currentTime` has to do.
 */
export interface PictureClock {
  readonly mediaTime: number | undefined;
  /** What was on screen is no longer of what is played. */
  forget(): void;
}

export function followPictures(
  video: HTMLVideoElement,
  { signal, onPicture }: { signal: AbortSignal; onPicture: () => void },
): PictureClock {
  let mediaTime: number | undefined;
  let paintedAt = 0;
  let presentedAt = 0;
  let soughtAt = 0;

  const take: VideoFrameRequestCallback = (now, picture) => {
    mediaTime = picture.mediaTime;
    paintedAt = now;
    presentedAt = picture.presentationTime;
    request = video.requestVideoFrameCallback(take);
    onPicture();
  };
  let request = video.requestVideoFrameCallback(take);
  onAbort(signal, () => video.cancelVideoFrameCallback(request));

  const forget = (): void => {
    if (mediaTime === undefined) return;
    mediaTime = undefined;
    onPicture();
  };
  /* A picture from before the seek may be named late, or that of the new place never: then the target is the best there is.
     One that was painted since is what is on screen, wherever it lies: Chromium may paint one that was decoded on the way, or,
     while the place itself is still being loaded, one of a range that begins just after it. */
  let settling: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (!video.seeking && presentedAt < soughtAt) forget();
  };
  video.addEventListener('seeking', ({ timeStamp }) => (soughtAt = timeStamp), { signal });
  video.addEventListener(
    'seeked',
    () => {
      clearTimeout(settling);
      settling = setTimeout(settle, NAMED_AFTER_SEEK);
    },
    { signal },
  );
  onAbort(signal, () => clearTimeout(settling));
  // Emptied, the `<video>` is at 0 for a moment where a library makes its MediaSource anew: no picture of that time is ever on screen.
  video.addEventListener(
    'timeupdate',
    () => !video.paused && !video.seeking && performance.now() - paintedAt > NOT_PAINTING && forget(),
    { signal },
  );
  return {
    get mediaTime() {
      return mediaTime;
    },
    forget,
  };
}
