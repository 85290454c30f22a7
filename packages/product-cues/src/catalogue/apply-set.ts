import type { OfferChange } from '../cue/product-cue.ts';
import type { Availability } from './availability.ts';
import type { Money, UnitPrice } from './money.ts';
import type { Product } from './product.ts';

/**
 * The product as a cue's `set` offers it. A change by the product's id holds for its variants too, but for what a
 * variant's own change says. Gives the same object when `set` does not speak of it. What a unit costs changes with the price.
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

interface Offered {
  readonly price: Money;
  readonly unitPrice?: UnitPrice;
  readonly availability: Availability;
}

function offer<T extends Offered>(
  offered: T,
  { price = offered.price.amount, availability = offered.availability }: OfferChange = {},
): T {
  const { unitPrice } = offered;
  const { amount } = offered.price;
  return price === amount && availability === offered.availability
    ? offered
    : {
        ...offered,
        price: { ...offered.price, amount: price },
        // Of something that costs nothing in the catalogue no share can be taken.
        ...(unitPrice && { unitPrice: amount ? scaled(unitPrice, price / amount) : undefined }),
        availability,
      };
}

function scaled({ price, unit }: UnitPrice, share: number): UnitPrice {
  return { price: { ...price, amount: Math.round(price.amount * share) }, unit };
}
