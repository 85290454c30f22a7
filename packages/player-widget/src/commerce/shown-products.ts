import { applySet, type Product, type ProductState } from '@vitrine/product-cues';

/** A product as the overlay shows it: with the offer of the moment, and its place on the picture if it has one. */
export interface ShownProduct {
  readonly product: Product;
  /** Fractions of the picture from its left and top edge, 0 to 1. */
  readonly at: readonly [number, number] | undefined;
}

/** Ids that the catalogue does not know are left out: a cue may be ahead of the catalogue. */
export function shownProducts(state: ProductState, products: readonly Product[]): readonly ShownProduct[] {
  const byId = new Map(products.map((product) => [product.id, product]));
  return state.show.flatMap((id) => {
    const product = byId.get(id);
    return product ? [{ product: applySet(product, state.set), at: state.at[id] }] : [];
  });
}
