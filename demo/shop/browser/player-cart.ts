import type { Product, Variant } from '@vitrine/product-cues';
import type { Bag } from './bag.ts';

/** As the player has it: a page's script needs no more of the widget than this shape. */
interface NewCartLine {
  readonly product: Product;
  readonly variant: Variant | undefined;
  readonly quantity: number;
}

interface PlayerWithCart extends Element {
  cart?: unknown;
}

/** The shop's bag as players call it: what is wanted in a video goes into it, and each player shows what is in it. */
function cartOf(bag: Bag) {
  return {
    async add({ product, variant, quantity }: NewCartLine): Promise<void> {
      const [image] = product.images;
      bag.add({
        id: product.id,
        title: product.title,
        ...(variant && { choice: Object.values(variant.options).join(', '), variantId: variant.id }),
        ...(image !== undefined && { image }),
        price: variant?.price ?? product.price,
        quantity,
      });
    },
    read() {
      const lines = bag.lines.map(({ id, variantId, quantity }) => ({
        productId: id,
        ...(variantId !== undefined && { variantId }),
        quantity,
      }));
      return { lines, ...(bag.total && { total: bag.total }) };
    },
    subscribe: (listener: () => void) => bag.subscribe(listener),
  };
}

/** Joins every player of the page and the shop's bag, now and when it comes later, and pays where the shop does. */
export function givePlayersCart(root: Document, bag: Bag, openBag: () => void): void {
  const cart = cartOf(bag);
  for (const player of root.querySelectorAll<PlayerWithCart>('vitrine-player')) player.cart = cart;
  root.addEventListener('vitrine-ready', ({ target }) => {
    if (target instanceof Element) (target as PlayerWithCart).cart = cart;
  });
  root.addEventListener('vitrine-checkout', (event) => {
    event.preventDefault();
    openBag();
  });
}
