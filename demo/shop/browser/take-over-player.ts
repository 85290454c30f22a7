import type { Product, Variant } from '@vitrine/product-cues';
import type { Bag } from './bag.ts';

interface AddToCartDetail {
  readonly product: Product;
  readonly variant?: Variant;
  readonly quantity?: number;
}

/** Products bought in the video go into the shop's own bag: the request is cancelled, which tells the player so. */
export function takeOverPlayer(root: Document, bag: Bag): void {
  root.addEventListener('vitrine-add-to-cart', (event) => {
    event.preventDefault();
    const { product, variant, quantity = 1 } = (event as CustomEvent<AddToCartDetail>).detail;
    const [image] = product.images;
    bag.add({
      id: product.id,
      title: product.title,
      ...(variant && { choice: Object.values(variant.options).join(', ') }),
      ...(image !== undefined && { image }),
      price: variant?.price ?? product.price,
      quantity,
    });
  });
}
