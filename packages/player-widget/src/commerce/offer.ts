import type { Availability, Money, Product, UnitPrice, Variant } from '@vitrine/product-cues';
import { isBuyable, isSoldOut } from './availability.ts';

/** What something costs now, and whether it can be had. */
export interface Offer {
  readonly price: Money;
  /** What it cost before; only where that was more. */
  readonly before: Money | undefined;
  readonly unitPrice: UnitPrice | undefined;
  readonly availability: Availability;
}

/**
 * The offer of a variant, or of a product of which none is chosen. `listed` is the same product as its catalogue has it: where
 * a moment's price differs from the listed one, so does what a unit costs.
 */
export function offerOf(product: Product, variant: Variant | undefined, listed = product): Offer {
  const { price, unitPrice } = variant ?? product;
  const before = variant?.compareAtPrice ?? product.compareAtPrice;
  const was = variant ? listed.variants?.find(({ id }) => id === variant.id) : listed;
  return {
    price,
    before: isReduced(price, before) ? before : undefined,
    unitPrice: unitPrice && scaled(unitPrice, price, was?.price ?? price),
    availability: variant?.availability ?? availabilityOf(product),
  };
}

/** What its variants say goes before what the product says of itself. */
function availabilityOf(product: Product): Availability {
  if (isSoldOut(product)) return 'out_of_stock';
  return isBuyable(product) ? product.availability : 'in_stock';
}

function isReduced(price: Money, before: Money | undefined): before is Money {
  return before !== undefined && before.currency === price.currency && before.amount > price.amount;
}

function scaled({ price, unit }: UnitPrice, now: Money, listed: Money): UnitPrice | undefined {
  if (now.amount === listed.amount) return { price, unit };
  // Of something that costs nothing in the catalogue no share can be taken.
  if (listed.amount === 0) return undefined;
  return { price: { ...price, amount: Math.round((price.amount * now.amount) / listed.amount) }, unit };
}
