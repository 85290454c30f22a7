import type { Product } from '@vitrine/product-cues';

/** What every page of the shop is made from. */
export interface PageContext {
  readonly products: readonly Product[];
  /** Origins, without a slash at the end. */
  readonly cdnUrl: string;
  readonly serviceUrl: string;
}
