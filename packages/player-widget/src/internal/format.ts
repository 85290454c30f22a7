import type { Money } from '@vitrine/product-cues';

/** The page's language decides how numbers look; the browser's where the page says nothing. */
function pageLanguage(): string | undefined {
  return document.documentElement.lang || undefined;
}

/** A price as people of the page's language write it: `€19.00`. A currency that Intl does not know stays readable. */
export function formatMoney({ amount, currency }: Money): string {
  try {
    const format = new Intl.NumberFormat(pageLanguage(), { style: 'currency', currency });
    // Minor units: cents for EUR, but yen have none and dinars have three digits.
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return format.format(amount / 10 ** digits);
  } catch {
    return `${(amount / 100).toFixed(2)} ${currency}`;
  }
}

/** A point in time for a waiting viewer, in their own time zone: `Thursday 5 March, 18:00`. */
export function formatStart(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(pageLanguage(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
