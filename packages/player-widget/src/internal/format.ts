import { minorDigits, type Money } from '@vitrine/product-cues';

/** What `Intl` can work with: the browser's own language where a page says none, or none that there is. Servers write `de_DE`. */
export function localeOf(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales((language || document.documentElement.lang).replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Whether there is a currency of this ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code.toUpperCase());
}

/** A format takes long to make, and a card that comes has the time of a picture. */
const formats: Record<string, Intl.NumberFormat> = {};

/**
 * A price as people of a language write it: `€19.00`. Where a page says which currency its shoppers expect, a price in that one
 * is written short (`$19.00`), and one in another by its code, since many a sign stands for several currencies. A currency that
 * Intl does not know stays readable; an expected one that there is not counts as none.
 */
export function formatMoney({ amount, currency }: Money, language = '', expected?: string | null): string {
  try {
    const locale = localeOf(language);
    const format = (formats[[locale, currency, expected].join()] ??= new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay:
        expected && isCurrency(expected)
          ? expected.toUpperCase() === currency
            ? 'narrowSymbol'
            : 'code'
          : 'symbol',
    }));
    return format.format(amount / 10 ** minorDigits(currency));
  } catch {
    return `${(amount / 100).toFixed(2)} ${currency}`;
  }
}
