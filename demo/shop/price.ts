import { minorDigits, type Money } from '@vitrine/product-cues';

/** "€19.00": minor units in, as many decimals as people write out. */
export function formatPrice({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency });
  return format.format(amount / 10 ** minorDigits(currency));
}
