import { onAbort } from '../internal/on-abort.ts';

/** Milliseconds without a painted picture, while time goes on, after which the page is taken to paint none. */
const NOT_PAINTING = 300;

/**
 * Which picture is on screen. `requestVideoFrameCallback` names it just before it is painted; a `<video>` that is
 * not painted (a hidden tab) calls nobody, and then `undefined` says that `currentTime` has to do.
 */
export interface PictureClock {
  readonly mediaTime: number | undefined;
}

export function followPictures(
  video: HTMLVideoElement,
  { signal, onPicture }: { signal: AbortSignal; onPicture: () => void },
): PictureClock {
  let mediaTime: number | undefined;
  let paintedAt = 0;
  let seekedSince = false;

  const take: VideoFrameRequestCallback = (now, picture) => {
    mediaTime = picture.mediaTime;
    paintedAt = now;
    seekedSince = false;
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
  video.addEventListener('seeking', () => (seekedSince = true), { signal });
  // The picture of the new place is named before or just after this; until it is, the target is the best there is.
  video.addEventListener('seeked', () => seekedSince && forget(), { signal });
  video.addEventListener('emptied', forget, { signal });
  video.addEventListener(
    'timeupdate',
    () => !video.paused && !video.seeking && performance.now() - paintedAt > NOT_PAINTING && forget(),
    { signal },
  );
  return {
    get mediaTime() {
      return mediaTime;
    },
  };
}
