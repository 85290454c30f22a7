import type { Product, Variant } from '@vitrine/product-cues';

/** With one variant there is nothing to choose. */
export function onlyVariant({ variants }: Product): Variant | undefined {
  return variants?.length === 1 ? variants[0] : undefined;
}
