import type { Product } from '@vitrine/product-cues';
import type { Impressions } from '../../commerce/impressions.ts';
import type { ShownProduct } from '../../commerce/shown-products.ts';
import { loadChunk } from '../../internal/load-chunk.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { tell, type Times } from './tell.ts';

const productsOf = (shown: readonly ShownProduct[]): readonly Product[] =>
  shown.map(({ product }) => product);

/** Turns what changes in the store into the facts that a page hears. */
export function tellChanges(host: HTMLElement, store: PlayerStore, signal: AbortSignal): void {
  let { shown } = store.state;
  let impressions: Promise<Impressions> | undefined;
  const times = (): Times => {
    const { engine } = store.state;
    const mediaTime = engine?.pictureTime ?? 0;
    return { mediaTime, programTime: engine?.programTime(mediaTime) };
  };
  const showImpressions = async (): Promise<void> => {
    impressions ??= loadChunk(() => import('./tell-impressions.ts')).then(({ tellImpressions }) =>
      tellImpressions(host, store, { times, signal }),
    );
    const counter = await impressions.catch(() => (impressions = undefined));
    if (!signal.aborted) counter?.show(productsOf(shown).map(({ id }) => id));
  };

  store.subscribe(
    (state) => {
      if (state.shown === shown) return;
      const before = productsOf(shown);
      shown = state.shown;
      // A hotspot that moves is not another product.
      if (JSON.stringify(productsOf(shown)) === JSON.stringify(before)) return;
      // Without its chunk nothing is counted until the next change, and everything else goes on.
      void showImpressions();
      tell(host, 'vitrine-products-changed', { products: productsOf(shown), ...times() });
    },
    { signal },
  );
}
