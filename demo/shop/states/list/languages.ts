import { archived } from '../phases.ts';
import type { Group, State } from '../state.ts';

const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  nl: 'Nederlands',
  pt: 'Português',
  ja: '日本語',
  ar: 'العربية',
} as const;

function speaking([lang, name]: readonly [string, string]): State {
  return {
    id: `speaks-${lang}`,
    title: name,
    look:
      lang === 'ar'
        ? 'Everything but the seek bar runs from right to left; prices and times by the language’s own rules.'
        : 'Every word, price and time in this language, and nothing cut off.',
    phases: [archived()],
    lang,
    attributes: { 'start-time': '22' },
    acts: [['play'], ['see', '.vjs-control-bar'], ['see', 'vitrine-product-card'], ['pause']],
  };
}

export const SPEAKING: Group = { title: 'Languages', states: Object.entries(LANGUAGES).map(speaking) };
