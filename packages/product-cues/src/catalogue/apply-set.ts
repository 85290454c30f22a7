import type { OfferChange } from '../cue/product-cue.ts';
import type { Availability } from './availability.ts';
import type { Money } from './money.ts';
import type { Product } from './product.ts';

/**
 * The product as a cue's `set` offers it. A change by the product's id holds for its variants too, but for what a
 * variant's own change says. Gives the same object when `set` does not speak of it.
 */
export function applySet(product: Product, set: Readonly<Record<string, OfferChange>>): Product {
  const change = changeOf(set, product.id);
  let changed = offer(product, change);
  if (product.variants) {
    const variants = product.variants.map((variant) =>
      offer(variant, { ...change, ...changeOf(set, variant.id) }),
    );
    if (variants.some((variant, place) => variant !== product.variants?.[place]))
      changed = { ...changed, variants };
  }
  return changed;
}

function changeOf(set: Readonly<Record<string, OfferChange>>, id: string): OfferChange | undefined {
  return Object.hasOwn(set, id) ? set[id] : undefined;
}

function offer<T extends { readonly price: Money; readonly availability: Availability }>(
  offered: T,
  { price = offered.price.amount, availability = offered.availability }: OfferChange = {},
): T {
  return price === offered.price.amount && availability === offered.availability
    ? offered
    : { ...offered, price: { ...offered.price, amount: price }, availability };
}
