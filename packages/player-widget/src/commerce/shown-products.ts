import { applySet, type Product, type ProductState } from '@vitrine/product-cues';

/** A product as the overlay shows it: with the offer of the moment, and its place on the picture if it has one. */
export interface ShownProduct {
  readonly product: Product;
  /** Fractions of the picture from its left and top edge, 0 to 1. */
  readonly at: readonly [number, number] | undefined;
}

/**
 * All products with the offers of the moment, and those that are on screen. Ids that the catalogue does not know are left out: a
 * cue may be ahead of the catalogue.
 */
export function productsNow(
  { show, at, set }: ProductState,
  catalogue: readonly Product[],
): { readonly products: readonly Product[]; readonly shown: readonly ShownProduct[] } {
  const byId = new Map(catalogue.map((product) => [product.id, applySet(product, set)]));
  const shown = show.flatMap((id) => {
    const product = byId.get(id);
    return product ? [{ product, at: at[id] }] : [];
  });
  return { products: [...byId.values()], shown };
}
