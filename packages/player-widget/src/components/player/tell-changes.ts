import { Impressions } from '../../commerce/impressions.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { tell } from './tell.ts';

/** Turns what changes in the store into the facts that a page hears. */
export function tellChanges(host: HTMLElement, store: PlayerStore, signal: AbortSignal): void {
  let { shown } = store.state;
  const times = (): { mediaTime: number; programTime: number | undefined } => {
    const { engine } = store.state;
    const mediaTime = engine?.pictureTime ?? 0;
    return { mediaTime, programTime: engine?.programTime(mediaTime) };
  };
  const impressions = new Impressions({
    signal,
    visible: (id) => isInView(host) && isShown(host, id),
    onSeen: (id) => {
      const product = store.state.shown.find((seen) => seen.product.id === id)?.product;
      if (product) tell(host, 'vitrine-product-impression', { product, ...times() });
    },
  });

  store.subscribe(
    (state) => {
      if (state.shown === shown) return;
      shown = state.shown;
      const products = shown.map(({ product }) => product);
      impressions.show(products.map(({ id }) => id));
      tell(host, 'vitrine-products-changed', { products, ...times() });
    },
    { signal },
  );
}

function isInView(element: HTMLElement): boolean {
  if (document.visibilityState !== 'visible') return false;
  const { top, bottom, left, right, width } = element.getBoundingClientRect();
  return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}

/** Not every product on screen has a card, and none has behind the play button. */
function isShown({ shadowRoot }: HTMLElement, id: string): boolean {
  const value = CSS.escape(id);
  const places = shadowRoot?.querySelectorAll(`[data-product-id="${value}"], [data-hotspot-id="${value}"]`);
  return [...(places ?? [])].some((place) => place.checkVisibility());
}
