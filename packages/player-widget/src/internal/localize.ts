import { wordIn } from './language.ts';

export type Values = Readonly<Record<string, string | number>>;

/**
 * An English text in a language; `{title}` in it stands for the value of that name. Texts lie beside what says them, so
 * that no page loads the words of what it does not show. Values stay text: templates escape them.
 */
export function localize(text: string, values: Values = {}, language = ''): string {
  const word = wordIn(language, text) ?? text;
  return fill(typeof word === 'string' ? word : word.other, values);
}

/** Puts values into a text. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
