import type { Timeline } from '@vitrine/product-cues';
import { safeUrl } from '../../internal/safe-url.ts';
import { savesData } from '../../internal/saves-data.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import type { PlayerStore } from '../../store/player-store.ts';

/** Seconds of media time before a product is shown in which its picture is fetched. */
const AHEAD = 8;

interface ComingOptions {
  readonly engine: MediaEngine;
  readonly store: PlayerStore;
  readonly timeline: () => Timeline;
  readonly signal: AbortSignal;
}

/**
 * Fetches and decodes the pictures of products shortly before they are shown, where that is known in advance: a card then comes
 * with its picture, and the moment of the cue has that much less to do. Who saves data may have gone by then.
 */
export function fetchComingPictures({ engine, store, timeline, signal }: ComingOptions): void {
  if (savesData()) return;
  /** Held until they are shown, so that the browser does not let go of what is not on the page yet. */
  let held: ReadonlyMap<string, HTMLImageElement> = new Map();
  const look = (): void => {
    const now = engine.pictureTime;
    const coming = timeline().cues.filter(({ time }) => time > now - 1 && time <= now + AHEAD);
    const ids = new Set(coming.flatMap(({ show }) => show));
    const urls = store.state.products
      .filter(({ id }) => ids.has(id))
      .flatMap(({ images }) => safeUrl(images[0], document.baseURI) ?? []);
    held = new Map(urls.map((url) => [url, held.get(url) ?? fetchPicture(url)]));
  };
  engine.addEventListener('timeupdate', look, { signal });
  signal.addEventListener('abort', () => (held = new Map()), { once: true });
  look();
}

function fetchPicture(url: string): HTMLImageElement {
  const image = new Image();
  image.src = url;
  // One that is missing is the card's matter.
  image.decode().catch(() => undefined);
  return image;
}
