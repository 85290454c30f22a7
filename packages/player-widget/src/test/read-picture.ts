import { readFrameNumber } from '../../../../demo/media/frame-strip.ts';

const WIDTH = 640;
const HEIGHT = 360;
/** The strip lies in the uppermost part. */
const ROWS = HEIGHT / 9;

const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: ROWS });
const context = canvas.getContext('2d', { willReadFrequently: true });

/** The number of the picture that the `<video>` shows, read from its pixels. */
export function readPicture(video: HTMLVideoElement): number | undefined {
  if (!context) return undefined;
  context.drawImage(video, 0, 0, video.videoWidth, video.videoHeight / 9, 0, 0, WIDTH, ROWS);
  const { data } = context.getImageData(0, 0, WIDTH, ROWS);
  return readFrameNumber((x, y) => data[(Math.round(y * HEIGHT) * WIDTH + Math.round(x * WIDTH)) * 4] ?? 0);
}
