import type { Timeline } from '@vitrine/product-cues';
import { safeUrl } from '../../internal/safe-url.ts';
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
 * with its picture, and the moment of the cue has that much less to do.
 */
export function fetchComingPictures({ engine, store, timeline, signal }: ComingOptions): void {
  // Held, so that the browser does not let go of what is not on the page yet.
  const fetched = new Map<string, HTMLImageElement>();
  const look = (): void => {
    const now = engine.pictureTime;
    const coming = timeline().cues.filter(({ time }) => time > now && time <= now + AHEAD);
    const ids = new Set(coming.flatMap(({ show }) => show));
    for (const { id, images } of store.state.products) {
      const url = ids.has(id) && safeUrl(images[0], document.baseURI);
      if (!url || fetched.has(url)) continue;
      const image = new Image();
      image.src = url;
      fetched.set(url, image);
      // A picture that is missing is the card's matter.
      image.decode().catch(() => undefined);
    }
  };
  engine.addEventListener('timeupdate', look, { signal });
  signal.addEventListener('abort', () => fetched.clear(), { once: true });
  look();
}
