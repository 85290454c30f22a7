import type { Availability, Money, Product, UnitPrice, Variant } from '@vitrine/product-cues';
import { isBuyable, isSoldOut } from './availability.ts';
import { onlyVariant } from './only-variant.ts';

/** What something costs now, and whether it can be had. */
export interface Offer {
  readonly price: Money;
  /** What it cost before; only where that was more. */
  readonly before: Money | undefined;
  readonly unitPrice: UnitPrice | undefined;
  readonly availability: Availability;
}

/** The offer of a variant, or of a product of which none is chosen: that of its only one, where there is nothing to choose. */
export function offerOf(product: Product, chosen?: Variant): Offer {
  const variant = chosen ?? onlyVariant(product);
  const { price } = variant ?? product;
  const before = variant?.compareAtPrice ?? product.compareAtPrice;
  // Of several variants nobody knows yet which one it will be: what they cost by the kilogram is told when one is chosen.
  const told =
    chosen ?? [product, variant].find((one) => one?.unitPrice && one.price.amount === price.amount);
  return {
    price,
    before: isReduced(price, before) ? before : undefined,
    unitPrice: told?.unitPrice,
    availability: variant?.availability ?? availabilityOf(product),
  };
}

/** What its variants say goes before what the product says of itself. */
function availabilityOf(product: Product): Availability {
  if (isSoldOut(product)) return 'out_of_stock';
  return isBuyable(product) ? product.availability : 'in_stock';
}

function isReduced(price: Money, before: Money | undefined): before is Money {
  return before?.currency === price.currency && before.amount > price.amount;
}
