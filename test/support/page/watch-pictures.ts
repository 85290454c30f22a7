import { readFrameNumber } from '../../../demo/media/frame-strip.ts';

export interface SeenPicture {
  /** Seconds of media time. */
  readonly time: number;
  readonly number: number | undefined;
}

/** Milliseconds: what is read later than that may be another picture. */
const LATE = 33;

/** Keeps of every painted picture the number burnt into it, and the time that the player gives it. */
export function watchPictures(video: HTMLVideoElement): readonly SeenPicture[] {
  const pictures: SeenPicture[] = [];
  const canvas = document.createElement('canvas');
  canvas.width = 512;
  canvas.height = 45;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const take = (_now: number, { mediaTime, presentationTime }: VideoFrameCallbackMetadata): void => {
    video.requestVideoFrameCallback(take);
    const [width, height] = [video.videoWidth * 0.4, video.videoHeight * 0.0625];
    context?.drawImage(video, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
    const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    // On a busy machine the next ones may be on screen already.
    if (performance.now() - presentationTime > LATE) return;
    const number = readFrameNumber((x, y) => {
      const column = Math.min(canvas.width - 1, Math.round((x / 0.4) * canvas.width));
      const row = Math.min(canvas.height - 1, Math.round((y / 0.0625) * canvas.height));
      return data[(row * canvas.width + column) * 4 + 1] ?? 0;
    });
    pictures.push({ time: mediaTime, number });
  };
  video.requestVideoFrameCallback(take);
  return pictures;
}
