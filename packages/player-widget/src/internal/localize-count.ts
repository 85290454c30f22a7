import type { PluralForms } from '../languages/words.ts';
import { localeOf } from './format.ts';
import { wordIn } from './language.ts';
import { fill } from './localize.ts';

/** By language: they take long to make, and what counts is said again with every product that is shown. */
const counters = new Map<string, { rules: Intl.PluralRules; digits: Intl.NumberFormat }>();

function counterOf(language: string): { rules: Intl.PluralRules; digits: Intl.NumberFormat } {
  const locale = localeOf(language);
  const known = counters.get(language) ?? {
    rules: new Intl.PluralRules(locale),
    digits: new Intl.NumberFormat(locale),
  };
  counters.set(language, known);
  return known;
}

/** Texts with a `{count}`, in the form that a language has for that number: `1 product`, `2 products`. */
export function localizeCount(forms: PluralForms, count: number, language = ''): string {
  const word = wordIn(language, forms.other);
  const known = typeof word === 'object' ? word : word === undefined ? forms : { other: word };
  const { rules, digits } = counterOf(word === undefined ? 'en' : language);
  return fill(known[rules.select(count)] ?? known.other, { count: digits.format(count) });
}
