import type { Money } from '@vitrine/product-cues';

/** "€19.00": minor units in, the currency's own number of decimals out. */
export function formatPrice({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amount / 10 ** maximumFractionDigits);
}
