import type { Money, Product, Variant } from '@vitrine/product-cues';

/** What a shopper wants in the cart. */
export interface NewCartLine {
  readonly product: Product;
  /** `undefined` for a product without variants. */
  readonly variant: Variant | undefined;
  /** A whole number from 1. */
  readonly quantity: number;
}

/** What is in the cart of the page. */
export interface CartLine {
  readonly productId: string;
  readonly variantId?: string;
  readonly quantity: number;
}

export interface Cart {
  readonly lines: readonly CartLine[];
  /** What all of it costs, where the page knows. */
  readonly total?: Money;
  /** Where it is paid for: an http or https URL, relative to the page. */
  readonly checkoutUrl?: string;
}

/**
 * The page's own cart, as the player calls it: `player.cart = adapter`. Several players may have the same one.
 *
 * Calls to `add` do not overlap, but where one has not answered within 15 seconds: then the shopper is told so, and the next one comes.
 * One that rejects has added nothing; the shopper is told so, and can try again. A rejection may say why by a `reason` of
 * CART_REASONS; every other gets general words.
 */
export interface CartAdapter {
  /** Resolves once the line is in the cart. */
  add(line: NewCartLine): Promise<unknown>;
  /** The cart as it is now. */
  read(): Promise<Cart> | Cart;
  /** Calls back whenever the cart has changed, also from elsewhere on the page; until what is returned is called. */
  subscribe?(listener: () => void): (() => void) | void;
}

/** Why something could not be added, in the property `reason` of what `add` rejects with. */
export const CART_REASONS = ['sold_out', 'not_enough'] as const;

export type CartReason = (typeof CART_REASONS)[number];

/** How many pieces are in a cart. */
export function countOf({ lines }: Cart): number {
  return lines.reduce((sum, { quantity }) => sum + (quantity > 0 ? quantity : 0), 0);
}
