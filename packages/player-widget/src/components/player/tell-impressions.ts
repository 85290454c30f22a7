import { Impressions } from '../../commerce/impressions.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { SeenPlaces } from './seen-places.ts';
import { tell, type Times } from './tell.ts';

/** Turns products that stay in view into the facts that a page hears. Nobody needs it before there is a product. */
export function tellImpressions(
  host: HTMLElement,
  store: PlayerStore,
  { times, signal }: { times: () => Times; signal: AbortSignal },
): Impressions {
  const places = new SeenPlaces(host, signal);
  return new Impressions({
    signal,
    visible: (id) => places.isSeen(id),
    onSeen: (id) => {
      const product = store.state.shown.find((seen) => seen.product.id === id)?.product;
      if (product) tell(host, 'vitrine-product-impression', { product, ...times() });
    },
  });
}
