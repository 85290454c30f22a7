import { readFrameNumber } from '../../../demo/media/frame-strip.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The corner of the picture that holds the strip, as fractions; reading back more would slow the page down that is measured. */
const CORNER = { width: 0.4, height: 0.0625 };

/** Reads the number in a picture that lies in a box of an image; in a page or in a worker, as the canvas is. */
export function numberReader(
  canvas: HTMLCanvasElement | OffscreenCanvas,
): (image: CanvasImageSource, box: Box) => number | undefined {
  const [width, height] = [512, 45];
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true }) as
    CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  return (image, box) => {
    if (!context) return undefined;
    const corner = [box.width * CORNER.width, box.height * CORNER.height] as const;
    context.drawImage(image, box.x, box.y, ...corner, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return readFrameNumber((x, y) => {
      const column = Math.min(width - 1, Math.round((x / CORNER.width) * width));
      const row = Math.min(height - 1, Math.round((y / CORNER.height) * height));
      const at = (row * width + column) * 4;
      return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    });
  };
}
