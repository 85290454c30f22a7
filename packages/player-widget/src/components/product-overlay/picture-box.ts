/** The picture within its element, as fractions of the element: less than the whole where bars are left, more where it is cut. */
export interface PictureBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export const NO_BOX: PictureBox = { left: 0, top: 0, width: 1, height: 1 };

/** Where `object-fit` and `object-position`, as computed, put a picture; sizes in CSS pixels. */
export function pictureBox(
  element: Size,
  picture: Size,
  { objectFit = 'contain', objectPosition = '' }: Partial<CSSStyleDeclaration> = {},
): PictureBox {
  if (!(element.width > 0 && element.height > 0 && picture.width > 0 && picture.height > 0)) return NO_BOX;
  const across = element.width / picture.width;
  const down = element.height / picture.height;
  const contained = Math.min(across, down);
  const scales: Readonly<Record<string, number>> = {
    cover: Math.max(across, down),
    none: 1,
    'scale-down': Math.min(1, contained),
  };
  const scale = scales[objectFit] ?? contained;
  const fills = objectFit === 'fill';
  const width = fills ? 1 : scale / across;
  const height = fills ? 1 : scale / down;
  const [x, y] = objectPosition.split(' ');
  return {
    left: shift(x, 1 - width, element.width),
    top: shift(y, 1 - height, element.height),
    width,
    height,
  };
}

/** A position of CSS as a fraction of the element: a share of the room that is left, or a length. */
function shift(position = '', room: number, length: number): number {
  const value = parseFloat(position);
  if (Number.isNaN(value)) return room / 2;
  return position.endsWith('px') ? value / length : (room * value) / 100;
}

/** Tells the box now and whenever the element or its picture changes size. */
export function followPictureBox(
  video: HTMLVideoElement,
  onBox: (box: PictureBox) => void,
  { signal }: { signal: AbortSignal },
): void {
  const measure = (): void =>
    onBox(
      pictureBox(
        { width: video.clientWidth, height: video.clientHeight },
        { width: video.videoWidth, height: video.videoHeight },
        getComputedStyle(video),
      ),
    );
  const observer = new ResizeObserver(measure);
  observer.observe(video);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  // The picture's own size is known with its metadata, and a rendition may have another shape.
  for (const type of ['loadedmetadata', 'resize']) video.addEventListener(type, measure, { signal });
}
