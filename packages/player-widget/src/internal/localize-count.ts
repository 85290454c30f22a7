import type { PluralForms } from '../languages/words.ts';
import { wordIn } from './language.ts';
import { fill } from './localize.ts';

/** By locale: they take long to make, and what counts is said again with every product that is shown. */
const counters = new Map<string, { rules: Intl.PluralRules; digits: Intl.NumberFormat }>();

function counterOf(locale: string): { rules: Intl.PluralRules; digits: Intl.NumberFormat } {
  const known = counters.get(locale) ?? {
    rules: new Intl.PluralRules(locale),
    digits: new Intl.NumberFormat(locale),
  };
  counters.set(locale, known);
  return known;
}

/** Texts with a `{count}`, in the form that a language has for that number: `1 product`, `2 products`. */
export function localizeCount(forms: PluralForms, count: number, language = ''): string {
  const word = wordIn(language, forms.other);
  const known = typeof word === 'object' ? word : word === undefined ? forms : { other: word };
  const locale = word === undefined ? 'en' : language;
  const { rules, digits } = counterOf(locale);
  return fill(known[rules.select(count)] ?? known.other, { count: digits.format(count) });
}
