/**
 * Runs in the page: at each painted picture it reads the frame number from the pixels and, in the same task,
 * what the overlay shows. It uses no clock of the player.
 */
import { numberReader, type Box } from './number-reader.ts';

export interface Sample {
  /** When it was read: `performance.now()` of the page, ms. */
  readonly at: number;
  /** The number burnt into the picture. */
  readonly frame: number;
  /** Product ids in shown order, as the overlay's elements carry them. */
  readonly shown: readonly string[];
  /** Hotspots by product id, as fractions of the picture, from where they are painted. */
  readonly hotspots: Readonly<Record<string, readonly [number, number]>>;
  /** A screen ("A short break"), or the poster with its play button, hid the whole picture: nobody saw it. */
  readonly covered: boolean;
  /** How many pictures the browser had put on screen by then, this one included; unknown where none was waited for. */
  readonly presented?: number;
}

export interface Sampler {
  readonly samples: Sample[];
  /** When the first picture was painted, whatever could be read from it: `performance.now()` of the page, ms. */
  firstPictureAt: number | undefined;
  /** What is on screen now. */
  now(): Sample | undefined;
  /** What the first card says. */
  cardText(): string;
  /** The number in the picture as it stands in a PNG of the page. */
  readScreenshot(png: string): Promise<number | undefined>;
}

declare global {
  interface Window {
    vitrineSampler?: Sampler;
    /** Reads the number of what is on screen somewhere else, where that would slow down what is measured. */
    vitrineReadApart?: (video: HTMLVideoElement) => Promise<number | undefined>;
  }
}

/** Elements below a root, shadow trees included. */
function* deepElements(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deepElements(element.shadowRoot);
  }
}

const player = document.querySelector('vitrine-player');
if (!player?.shadowRoot) throw new Error('there is no <vitrine-player> on the page');
const root = player.shadowRoot;
const readNumber = numberReader(document.createElement('canvas'));

function readFrame(video: HTMLVideoElement): number | undefined {
  if (video.readyState < 2) return undefined;
  return readNumber(video, { x: 0, y: 0, width: video.videoWidth, height: video.videoHeight });
}

/** Where the picture itself lies within the `<video>`, which letterboxes it (`object-fit: contain`). */
function pictureBox(video: HTMLVideoElement): Box {
  const box = video.getBoundingClientRect();
  const scale = Math.min(box.width / video.videoWidth, box.height / video.videoHeight);
  const width = video.videoWidth * scale;
  const height = video.videoHeight * scale;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

function readOverlay(video: HTMLVideoElement): Pick<Sample, 'shown' | 'hotspots'> {
  const shown: string[] = [];
  const hotspots: Record<string, readonly [number, number]> = {};
  const picture = pictureBox(video);
  for (const element of deepElements(root)) {
    const hotspot = element.getAttribute('data-hotspot-id');
    if (hotspot) {
      const box = element.getBoundingClientRect();
      hotspots[hotspot] = [
        (box.x + box.width / 2 - picture.x) / picture.width,
        (box.y + box.height / 2 - picture.y) / picture.height,
      ];
    }
    const product = element.getAttribute('data-product-id');
    if (product && element.checkVisibility()) shown.push(product);
  }
  return { shown, hotspots };
}

function isCovered(video: HTMLVideoElement): boolean {
  const covers = root.querySelectorAll('vitrine-event-screen, vitrine-facade');
  return [...covers].some((cover) => isBehind(video, cover));
}

/** Whether nothing of the picture can be seen for what lies in front of it, by what is painted: being there is not enough. */
function isBehind(video: HTMLVideoElement, screen: Element): boolean {
  if (!screen.checkVisibility({ visibilityProperty: true })) return false;
  const [cover, picture] = [screen.getBoundingClientRect(), pictureBox(video)];
  const [right, bottom] = [picture.x + picture.width, picture.y + picture.height];
  const isLarge =
    cover.left <= picture.x && cover.top <= picture.y && cover.right >= right && cover.bottom >= bottom;
  const isInFront = [0.02, 0.5, 0.98].every((part) => {
    const at = root.elementsFromPoint(picture.x + part * picture.width, picture.y + part * picture.height);
    return at.includes(screen) && at.indexOf(screen) < at.indexOf(video);
  });
  return isLarge && isInFront && isOpaque(screen);
}

/** A ground whose colours let nothing through (those of a computed style that do are `rgba()`), and nothing that thins it out. */
function isOpaque(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const hasGround = [backgroundColor, backgroundImage].some(
    (ground) => /rgb\(/.test(ground) && !/rgba|transparent|\/|url/.test(ground),
  );
  return hasGround && isPlain(element);
}

function isPlain(element: Element): boolean {
  const { opacity, mixBlendMode, filter, clipPath, maskImage } = getComputedStyle(element);
  const isThin = opacity !== '1' || mixBlendMode !== 'normal';
  if (isThin || [filter, clipPath, maskImage].some((effect) => effect !== 'none')) return false;
  const around = element.parentElement ?? root.host;
  return element === root.host || isPlain(around);
}

function findVideo(): HTMLVideoElement | undefined {
  for (const element of deepElements(root)) {
    if (element instanceof HTMLVideoElement) return element;
  }
  return undefined;
}

const samples: Sample[] = [];

function take(): Sample | undefined {
  const video = findVideo();
  const frame = video && readFrame(video);
  if (!video || frame === undefined) return undefined;
  return { at: performance.now(), frame, ...readOverlay(video), covered: isCovered(video) };
}

async function takeApart(
  video: HTMLVideoElement,
  read: NonNullable<Window['vitrineReadApart']>,
  presented: number,
): Promise<void> {
  const reading = read(video);
  const seen = { at: performance.now(), ...readOverlay(video), covered: isCovered(video), presented };
  const frame = await reading;
  if (frame !== undefined) samples.push({ ...seen, frame });
}

function cardText(): string {
  for (const element of deepElements(root)) {
    if (element.hasAttribute('data-product-id')) return (element.shadowRoot ?? element).textContent ?? '';
  }
  return '';
}

async function readScreenshot(png: string): Promise<number | undefined> {
  const video = findVideo();
  if (!video) return undefined;
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  return readNumber(await createImageBitmap(new Blob([bytes])), pictureBox(video));
}

const sampler: Sampler = { samples, firstPictureAt: undefined, now: take, cardText, readScreenshot };
window.vitrineSampler = sampler;

/* A video-frame callback runs before the animation callbacks of the same rendering: whatever the widget does
   about this picture is done by then, and nothing is painted in between. */
function watch(video: HTMLVideoElement): void {
  video.requestVideoFrameCallback((_now, { presentedFrames }) => {
    sampler.firstPictureAt ??= performance.now();
    requestAnimationFrame(() => {
      if (window.vitrineReadApart) return void takeApart(video, window.vitrineReadApart, presentedFrames);
      const sample = take();
      if (sample) samples.push({ ...sample, presented: presentedFrames });
    });
    watch(video);
  });
}

function begin(): void {
  const video = findVideo();
  if (video) watch(video);
  else requestAnimationFrame(begin);
}
begin();
