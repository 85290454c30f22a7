import videojs, { type Player } from 'video.js/core.es.js';
import { addedTo, languageOf, onLanguage, wordIn } from '../internal/language.ts';
import { onAbort } from '../internal/on-abort.ts';
import { SHELL_TEXTS } from './shell.texts.ts';

type Controls = Readonly<Record<string, string>>;

/** video.js's own translations, by the first part of a language's tag. */
const CONTROLS: Readonly<Record<string, () => Promise<{ readonly default: Controls }>>> = {
  ar: () => import('video.js/dist/lang/ar.json'),
  de: () => import('video.js/dist/lang/de.json'),
  es: () => import('video.js/dist/lang/es.json'),
  fr: () => import('video.js/dist/lang/fr.json'),
  it: () => import('video.js/dist/lang/it.json'),
  ja: () => import('video.js/dist/lang/ja.json'),
  nl: () => import('video.js/dist/lang/nl.json'),
  pt: () => import('video.js/dist/lang/pt-BR.json'),
};

/** Comes after video.js's own `languagechange`, during which a menu must not be made anew: its old items still hear it. */
export const WORDS_CHANGED = 'vitrine-words-changed';

/** What our own controls say, beside video.js's. */
const OURS = Object.values<string>(SHELL_TEXTS);

/** Lets the controls speak as the host does: the page's words before video.js's. */
export function speakLanguage(player: Player, host: Element, { signal }: { signal: AbortSignal }): void {
  const follow = async (): Promise<void> => {
    const language = languageOf(host) || 'en';
    const [base = ''] = language.toLowerCase().split(/[-_]/);
    // Where they do not come, English stands.
    const theirs = await CONTROLS[base]?.().catch(() => undefined);
    if (signal.aborted || language !== (languageOf(host) || 'en')) return;
    const words = { ...theirs?.default };
    for (const text of new Set([...OURS, ...addedTo(language), ...Object.keys(words)])) {
      const word = wordIn(language, text);
      if (typeof word === 'string') words[text] = word;
    }
    tell(player, language, words);
  };
  onAbort(
    signal,
    onLanguage(host, () => void follow()),
  );
  void follow();
}

const said = new WeakMap<Player, string>();

function tell(player: Player, language: string, words: Controls): void {
  // Every menu is made anew: only where there is something new to say.
  const saying = JSON.stringify([language, words]);
  if (said.get(player) === saying) return;
  said.set(player, saying);
  videojs.addLanguage(language, words);
  if (player.language() === language.toLowerCase()) player.trigger('languagechange');
  else player.language(language);
  player.trigger(WORDS_CHANGED);
}
