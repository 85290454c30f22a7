import { loadChunk } from './load-chunk.ts';

type Dictionary = typeof import('../languages/dictionary.ts');

const LANG_CHANGES = { attributeFilter: ['lang'], subtree: true };

/** A chunk that English does without: its words lie in the components. */
let dictionary: Dictionary | undefined;
let loading: Promise<Dictionary> | undefined;
let speaking = false;
const listeners = new Set<() => void>();

/** Pages change their language without being loaded again. */
let observer: MutationObserver | undefined;

/** What an element's words are in: its own `lang`, or that of what it lies in, out through shadow roots; `de_DE` as `de-DE`. */
export function languageOf(element: Element): string {
  const near = element.closest('[lang]');
  if (near) return String(near.getAttribute('lang')).replaceAll('_', '-');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

/** What a language has for an English text, as far as its words are here. */
export function wordIn(language: string, text: string): ReturnType<Dictionary['lookUp']> {
  // Where it does not come, English stands, and whoever says something next asks again.
  if (speaking && !/^(en\b|$)/i.test(language)) needDictionary().catch(() => undefined);
  return dictionary?.lookUp(language, text);
}

/** English texts for which the page has words of its own in a language. */
export function addedTo(language: string): readonly string[] {
  return Object.keys(dictionary?.addedWords(language) ?? {});
}

export function needDictionary(): Promise<Dictionary> {
  loading ??= loadChunk(() => import('../languages/dictionary.ts')).then(
    (chunk) => {
      dictionary = chunk;
      languageChanged();
      return chunk;
    },
    (cause: unknown) => {
      loading = undefined;
      throw cause;
    },
  );
  return loading;
}

/** Words are fetched from now on: the player is in view, or wanted. Until then a page is left idle. */
export function speak(): void {
  speaking = true;
  languageChanged();
}

/** Calls back whenever an element's language, or the words of one, may be others; until what is returned is called. */
export function onLanguage(element: Element, listener: () => void): () => void {
  observer ??= new MutationObserver(languageChanged);
  for (const root of [document, element.getRootNode()]) observer.observe(root, LANG_CHANGES);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function languageChanged(): void {
  for (const listener of listeners) listener();
}
