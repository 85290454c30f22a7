import { Impressions } from '../../commerce/impressions.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { tell, type Times } from './tell.ts';

/** Turns products that stay in view into the facts that a page hears. Nobody needs it before there is a product. */
export function tellImpressions(
  host: HTMLElement,
  store: PlayerStore,
  { times, signal }: { times: () => Times; signal: AbortSignal },
): Impressions {
  return new Impressions({
    signal,
    visible: (id) => isInView(host) && isShown(host, id),
    onSeen: (id) => {
      const product = store.state.shown.find((seen) => seen.product.id === id)?.product;
      if (product) tell(host, 'vitrine-product-impression', { product, ...times() });
    },
  });
}

function isInView(element: HTMLElement): boolean {
  if (document.visibilityState !== 'visible') return false;
  const { top, bottom, left, right, width } = element.getBoundingClientRect();
  return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}

/** Not every product on screen has a card, and none is seen behind the play button. */
function isShown({ shadowRoot }: HTMLElement, id: string): boolean {
  const name = CSS.escape(id);
  const place = shadowRoot?.querySelector(`[data-product-id="${name}"], [data-hotspot-id="${name}"]`);
  return !!place?.checkVisibility();
}
