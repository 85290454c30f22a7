import type { Timeline } from '@vitrine/product-cues';
import { cueAt } from '../../internal/web-vtt.ts';
import { PlayerError } from '../../media/player-error.ts';
import type { Replay } from '../shell-options.ts';
import { productStretches, type Stretch } from './product-stretches.ts';
import { readChapters, readThumbnails, type Thumbnail } from './read-guide-file.ts';

/** Where what is in a replay: chapters, products and small pictures by their times. */
export class ReplayGuide {
  readonly #replay: Replay;
  readonly #signal: AbortSignal;
  readonly #onChange: () => void;
  #timeline: Timeline | undefined;
  #products: readonly Stretch[] = [];
  #chapters: readonly Stretch[] = [];
  #thumbnails: readonly Thumbnail[] = [];
  #asked = false;
  /** Whether there are small pictures, or may be: their file is not read yet. */
  hasThumbnails: boolean;

  constructor(replay: Replay, { signal, onChange }: { signal: AbortSignal; onChange: () => void }) {
    const { playback } = replay.event;
    this.#replay = replay;
    this.#signal = signal;
    this.#onChange = onChange;
    this.hasThumbnails = playback?.type === 'archive' && !!playback.thumbnailsUrl;
  }

  /** Where something else begins, in seconds, in order. */
  get marks(): readonly number[] {
    const times = [...this.products, ...this.#chapters].map(({ start }) => start);
    return times.sort((a, b) => a - b);
  }

  /** Stretches with one main product, as far as the timeline is known. */
  get products(): readonly Stretch[] {
    const timeline = this.#replay.timeline();
    if (timeline !== this.#timeline) {
      this.#timeline = timeline;
      this.#products = productStretches(timeline, this.#replay.event.products);
    }
    return this.#products;
  }

  /** What one sees at a time: the chapter, else the product; empty where there is neither. */
  titleAt(seconds: number): string {
    return (cueAt(this.#chapters, seconds) ?? cueAt(this.products, seconds))?.title ?? '';
  }

  thumbnailAt(seconds: number): string | undefined {
    return cueAt(this.#thumbnails, seconds)?.url;
  }

  /** Somebody reaches for the seek bar: fetches what has to be fetched, once. */
  reach(): void {
    const { playback } = this.#replay.event;
    if (this.#asked || playback?.type !== 'archive') return;
    this.#asked = true;
    const { chaptersUrl, thumbnailsUrl } = playback;
    if (chaptersUrl) void this.#read(readChapters, chaptersUrl, (chapters) => (this.#chapters = chapters));
    if (thumbnailsUrl)
      void this.#read(readThumbnails, thumbnailsUrl, (thumbnails) => {
        this.#thumbnails = thumbnails;
        this.hasThumbnails = thumbnails.length > 0;
      });
  }

  /** Where it fails, the seek bar does without; a developer is told. */
  async #read<Item>(
    read: (url: string, signal: AbortSignal) => Promise<readonly Item[]>,
    url: string,
    take: (items: readonly Item[]) => void,
  ): Promise<void> {
    const { onProblem } = this.#replay;
    const signal = this.#signal;
    const items = await read(url, signal).catch((cause: unknown) => {
      if (!signal.aborted)
        onProblem(
          new PlayerError('PREVIEW_NOT_LOADED', cause instanceof Error ? cause.message : '', { cause }),
        );
      return [];
    });
    if (signal.aborted) return;
    take(items);
    this.#onChange();
  }
}
