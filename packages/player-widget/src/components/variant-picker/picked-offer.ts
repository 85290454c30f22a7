import type { Product } from '@vitrine/product-cues';
import { isBuyable } from '../../commerce/availability.ts';
import { type Offer, offerOf } from '../../commerce/offer.ts';
import type { VariantChoice } from '../../commerce/variant-choice.ts';

export interface PickedOffer extends Offer {
  /** Something is left to choose on which the price depends: this is the lowest. */
  readonly isLowest: boolean;
}

/** What is offered by what has been picked so far. */
export function pickedOffer(product: Product, choice: VariantChoice): PickedOffer {
  const { variant, possible } = choice;
  if (variant || possible.length === 0) return { ...offerOf(product, variant), isLowest: false };
  const buyable = possible.filter(isBuyable);
  const [cheapest, ...others] = (buyable.length > 0 ? buyable : possible).toSorted(
    (a, b) => a.price.amount - b.price.amount,
  );
  return {
    ...offerOf(product, cheapest),
    isLowest: others.some(({ price }) => price.amount !== cheapest?.price.amount),
  };
}
