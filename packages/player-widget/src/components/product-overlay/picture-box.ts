/** The picture within its element, as fractions of the element: less than the whole where bars are left. */
export interface PictureBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const NO_BOX: PictureBox = { left: 0, top: 0, width: 1, height: 1 };

/** Where `object-fit: contain` puts a picture; sizes in any one unit. */
export function pictureBox(
  element: { readonly width: number; readonly height: number },
  picture: { readonly width: number; readonly height: number },
): PictureBox {
  if (!(element.width > 0 && element.height > 0 && picture.width > 0 && picture.height > 0)) return NO_BOX;
  const scale = Math.min(element.width / picture.width, element.height / picture.height);
  const width = (picture.width * scale) / element.width;
  const height = (picture.height * scale) / element.height;
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height };
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
      ),
    );
  const observer = new ResizeObserver(measure);
  observer.observe(video);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  // The picture's own size is known with its metadata, and a rendition may have another shape.
  for (const type of ['loadedmetadata', 'resize']) video.addEventListener(type, measure, { signal });
}
