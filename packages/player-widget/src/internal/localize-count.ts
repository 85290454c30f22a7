import type { PluralForms } from '../languages/words.ts';
import { wordIn } from './language.ts';
import { fill } from './localize.ts';

/** Texts with a `{count}`, in the form that a language has for that number: `1 product`, `2 products`. */
export function localizeCount(forms: PluralForms, count: number, language = ''): string {
  const word = wordIn(language, forms.other);
  const known = typeof word === 'object' ? word : word === undefined ? forms : { other: word };
  const locale = word === undefined ? 'en' : language;
  const form = known[new Intl.PluralRules(locale).select(count)] ?? known.other;
  return fill(form, { count: new Intl.NumberFormat(locale).format(count) });
}
