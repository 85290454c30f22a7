import type { Product, Variant } from '@vitrine/product-cues';

type Offered = Pick<Variant, 'availability'>;

export function isBuyable({ availability }: Offered): boolean {
  return availability !== 'out_of_stock';
}

/** A product is sold out when each of its variants is: what a variant says goes before what its product says. */
export function isSoldOut(product: Product): boolean {
  const { variants = [] } = product;
  return !(variants.length > 0 ? variants : [product]).some(isBuyable);
}
