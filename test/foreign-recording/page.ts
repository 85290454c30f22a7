/** Runs in the page: plays an archive with a bare hls.js, and reads from the pixels which picture is painted. */
import Hls from 'hls.js';
import { STRIP } from './show.ts';

export interface PaintedPicture {
  /** Media time that the browser gives to it, seconds. */
  readonly time: number;
  /** The number in it; `undefined` where it cannot be read. */
  readonly number: number | undefined;
}

export interface ForeignPlayer {
  /** Begins anew with this time, paused there; nothing before it is loaded. */
  enter(url: string, time: number): Promise<PaintedPicture>;
  /** Seeks while paused. */
  pictureAt(time: number): Promise<PaintedPicture>;
  /** Plays from one time until another; all pictures that were painted. */
  play(from: number, until: number): Promise<readonly PaintedPicture[]>;
  /** Those that end playback. What hls.js says of a damaged ID3 tag, and goes on, is none. */
  readonly errors: readonly string[];
}

declare global {
  interface Window {
    foreignPlayer: ForeignPlayer;
  }
}

let video = document.createElement('video');
const canvas = document.createElement('canvas');
canvas.width = STRIP.width;
canvas.height = STRIP.height;
const context = canvas.getContext('2d', { willReadFrequently: true });
const errors: string[] = [];
let hls: Hls | undefined;

function readNumber(): number | undefined {
  if (!context) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const isWhite = (block: number): boolean => {
    const x = STRIP.x + (block + 0.5) * STRIP.block;
    return (context.getImageData(x, STRIP.y + STRIP.block / 2, 1, 1).data[1] ?? 0) > 128;
  };
  if (!isWhite(0) || isWhite(STRIP.bits + 1)) return undefined;
  let number = 0;
  for (let bit = 1; bit <= STRIP.bits; bit += 1) number = number * 2 + (isWhite(bit) ? 1 : 0);
  return number;
}

function painted(): Promise<PaintedPicture> {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback((_, { mediaTime }) => resolve({ time: mediaTime, number: readNumber() }));
  });
}

window.foreignPlayer = {
  errors,
  async enter(url, time) {
    hls?.destroy();
    video.remove();
    video = document.createElement('video');
    video.muted = true;
    document.body.append(video);
    // One rendition, so that no switch between them is mistaken for something else.
    hls = new Hls({ startLevel: 0, startPosition: time });
    hls.on(Hls.Events.ERROR, (_, { fatal, details, error }) => {
      if (fatal) errors.push(`${details}: ${error.message}`);
    });
    const first = painted();
    hls.loadSource(url);
    hls.attachMedia(video);
    return first;
  },
  async pictureAt(time) {
    const picture = painted();
    video.currentTime = time;
    return picture;
  },
  async play(from, until) {
    await this.pictureAt(from);
    const pictures: PaintedPicture[] = [];
    const watch = (): void => {
      video.requestVideoFrameCallback((_, { mediaTime }) => {
        pictures.push({ time: mediaTime, number: readNumber() });
        watch();
      });
    };
    watch();
    await video.play();
    await new Promise<void>((resolve) => {
      video.addEventListener('timeupdate', () => video.currentTime >= until && resolve());
    });
    video.pause();
    return pictures;
  },
};
