import { expect } from '@open-wc/testing';
import { ADD_PROBLEMS, BAG_TEXTS, IN_BAG_COUNT, IN_VIDEO_COUNT } from '../components/bag/bag.texts.ts';
import { ABOUT_TEXTS, PRODUCT_COUNT } from '../components/facade/facade-about.texts.ts';
import { FACADE_TEXTS } from '../components/facade/facade.texts.ts';
import { SCREEN_TEXTS } from '../components/event-screen/event-screen.texts.ts';
import { PLAYBACK_TEXTS } from '../components/playback-notice/playback.texts.ts';
import { PLAYER_TEXTS } from '../components/player/player.texts.ts';
import { PRODUCT_TEXTS } from '../components/product-card/product.texts.ts';
import { EXTRA_TEXTS } from '../components/product-overlay/overlay-extras.texts.ts';
import { HOLD_TEXTS } from '../components/product-hold/hold.texts.ts';
import { SHELF_TEXTS } from '../components/product-shelf/shelf.texts.ts';
import { PICKER_TEXTS } from '../components/variant-picker/picker.texts.ts';
import { RESUME_TEXTS } from '../components/resume-notice/resume.texts.ts';
import { SMALL_TEXTS } from '../components/small-player/small-player.texts.ts';
import { SHELL_TEXTS } from '../shell/shell.texts.ts';
import type { PluralForms, Words } from './words.ts';
import { WORDS as ar } from './words-ar.ts';
import { WORDS as de } from './words-de.ts';
import { WORDS as es } from './words-es.ts';
import { WORDS as fr } from './words-fr.ts';
import { WORDS as it_ } from './words-it.ts';
import { WORDS as ja } from './words-ja.ts';
import { WORDS as nl } from './words-nl.ts';
import { WORDS as pt } from './words-pt.ts';

const PACKS: Readonly<Record<string, Words>> = { ar, de, es, fr, it: it_, ja, nl, pt };

const TEXTS: readonly string[] = [
  ...[
    ABOUT_TEXTS,
    FACADE_TEXTS,
    SCREEN_TEXTS,
    PLAYBACK_TEXTS,
    PLAYER_TEXTS,
    PRODUCT_TEXTS,
    EXTRA_TEXTS,
    HOLD_TEXTS,
    BAG_TEXTS,
    ADD_PROBLEMS,
    SHELF_TEXTS,
    PICKER_TEXTS,
    RESUME_TEXTS,
    SMALL_TEXTS,
    SHELL_TEXTS,
  ].flatMap((texts) => Object.values<string>(texts)),
];
const PLURALS: readonly PluralForms[] = [PRODUCT_COUNT, IN_VIDEO_COUNT, IN_BAG_COUNT];

function placeholders(text: string): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

/** What a button says, and what it is called with the product's name: who speaks to it says what they see. */
const SEEN_AND_CALLED = [
  [PRODUCT_TEXTS.add, PRODUCT_TEXTS.addProduct],
  [PRODUCT_TEXTS.choose, PRODUCT_TEXTS.chooseProduct],
  [PRODUCT_TEXTS.similar, PRODUCT_TEXTS.similarTo],
  [BAG_TEXTS.added, BAG_TEXTS.addedProduct],
  [BAG_TEXTS.again, BAG_TEXTS.againProduct],
  [HOLD_TEXTS.held, HOLD_TEXTS.letGo],
] as const;

/** Texts as whole words, as a speech control compares them. */
function wordsOf(text: unknown, tag: string): string {
  const parts = new Intl.Segmenter(tag, { granularity: 'word' }).segment(String(text).toLowerCase());
  return ` ${[...parts].flatMap(({ isWordLike, segment }) => (isWordLike ? segment : [])).join(' ')} `;
}

describe('languages', () => {
  for (const [tag, words] of Object.entries(PACKS)) {
    it(`${tag} has words for every English text, and for nothing else`, () => {
      const wanted = new Set([...TEXTS, ...PLURALS.map(({ other }) => other)]);
      expect(Object.keys(words).sort()).to.deep.equal([...wanted].sort());
    });

    it(`${tag} says every value that the English text says`, () => {
      for (const text of TEXTS) {
        const word = words[text];
        expect(word, text).to.be.a('string').that.is.not.empty;
        expect(placeholders(String(word)), text).to.deep.equal(placeholders(text));
      }
    });

    it(`${tag} calls every button by what it says`, () => {
      for (const [seen, called] of SEEN_AND_CALLED)
        expect(wordsOf(words[called], tag), seen).to.include(wordsOf(words[seen], tag));
    });

    it(`${tag} has each form that its plural has`, () => {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      for (const { other } of PLURALS) {
        const forms = words[other] as PluralForms;
        expect(Object.keys(forms).sort()).to.deep.equal([...pluralCategories].sort());
        expect(forms.other).to.include('{count}');
      }
    });
  }
});
