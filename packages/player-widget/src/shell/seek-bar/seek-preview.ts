import videojs from 'video.js/core.es.js';
import type { ReplayGuide } from './replay-guide.ts';
import { ThumbnailPicture } from './thumbnail-picture.ts';

/** Pixels that stay free at either side of the player. */
const MARGIN = 8;

/**
 * What one would see at a place of the seek bar: a small picture, the time and what it is called. It lies over the
 * products, since there is no telling where they are; the slider says the same to those who do not see it.
 */
export class SeekPreview {
  readonly element = document.createElement('div');
  readonly #picture = new ThumbnailPicture();
  readonly #frame = part('picture');
  readonly #time = part('time');
  readonly #title = part('title');
  readonly #guide: ReplayGuide;

  constructor(guide: ReplayGuide, video: HTMLVideoElement) {
    this.#guide = guide;
    this.element.className = 'seek-preview';
    this.element.part.add('preview');
    this.element.ariaHidden = 'true';
    this.element.hidden = true;
    const { videoWidth, videoHeight } = video;
    if (videoHeight > 0) this.#frame.style.aspectRatio = `${videoWidth} / ${videoHeight}`;
    this.element.toggleAttribute('data-upright', videoHeight > videoWidth);
    this.#title.dir = 'auto';
    this.#frame.append(this.#picture.element);
    this.element.append(this.#frame, this.#title, this.#time);
  }

  /**
   * @param seconds - what it tells of
   * @param duration - of the video, in seconds: long ones are timed with hours
   * @param middle - pixels from the player's left edge
   * @param width - of the player, in pixels
   */
  show(seconds: number, duration: number, { middle, width }: { middle: number; width: number }): void {
    this.element.hidden = false;
    this.#frame.hidden = !this.#guide.hasThumbnails;
    this.#picture.show(this.#guide.thumbnailAt(seconds));
    this.#time.textContent = videojs.time.formatTime(seconds, duration);
    const title = this.#guide.titleAt(seconds);
    this.#title.textContent = title;
    this.#title.hidden = !title;
    const own = this.element.offsetWidth;
    const left = Math.max(MARGIN, Math.min(middle - own / 2, width - own - MARGIN));
    this.element.style.left = `${Math.round(left)}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}

function part(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = `seek-preview-${name}`;
  return element;
}
