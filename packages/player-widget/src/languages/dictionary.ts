import { languageChanged } from '../internal/language.ts';
import { loadChunk } from '../internal/load-chunk.ts';
import type { PluralForms, Words } from './words.ts';

/** Our own words, by the first part of a language's tag. English lies in the components. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly WORDS: Words }>>> = {
  ar: () => import('./words-ar.ts'),
  de: () => import('./words-de.ts'),
  es: () => import('./words-es.ts'),
  fr: () => import('./words-fr.ts'),
  it: () => import('./words-it.ts'),
  ja: () => import('./words-ja.ts'),
  nl: () => import('./words-nl.ts'),
  pt: () => import('./words-pt.ts'),
};

/** A tag as it is looked up by, also one that is written `de_AT`. */
const keyOf = (tag: string): string => tag.toLowerCase().replaceAll('_', '-');

const asked = new Set<string>();
const ours = new Map<string, Words>();
const added = new Map<string, Words>();

/** What a language has for an English text: the page's word before ours, `de-AT` before `de`. */
export function lookUp(language: string, text: string): string | PluralForms | undefined {
  const tag = keyOf(language) || 'en';
  const [base = ''] = tag.split('-');
  void load(base);
  return added.get(tag)?.[text] ?? added.get(base)?.[text] ?? ours.get(base)?.[text];
}

/** Adds words to a language, one of ours or another. */
export function addWords(tag: string, words: Words): void {
  const key = keyOf(tag);
  added.set(key, { ...added.get(key), ...words });
  languageChanged();
}

/** What the page has added to a language, `de-AT` over `de`. */
export function addedWords(language: string): Words {
  const tag = keyOf(language);
  return { ...added.get(tag.split('-')[0] ?? ''), ...added.get(tag) };
}

async function load(base: string): Promise<void> {
  const words = LANGUAGES[base];
  if (!words || asked.has(base)) return;
  asked.add(base);
  try {
    ours.set(base, (await loadChunk(words)).WORDS);
    languageChanged();
  } catch {
    // English stands; whoever says something next asks again.
    asked.delete(base);
  }
}
