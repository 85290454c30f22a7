import type { Player } from 'video.js/core.es.js';
import { localeOf } from '../../internal/format.ts';
import { fill } from '../../internal/localize.ts';
import type { Captions } from '../captions/captions.ts';
import { SHELL_TEXTS } from '../shell.texts.ts';
import { ChoiceMenu } from './choice-menu.ts';

const OFF = 'off';
/** Letters of a track's name; it comes from a playlist that is not ours. */
const LONGEST_NAME = 60;

/** Which captions are shown, if any; there only where there are some. */
export function captionsMenu(
  player: Player,
  captions: Captions,
  { signal }: { signal: AbortSignal },
): ChoiceMenu {
  const menu = new ChoiceMenu({
    player,
    name: 'captions-menu',
    title: SHELL_TEXTS.captions,
    icon: 'captions',
    choices: () => [
      { id: OFF, label: player.localize(SHELL_TEXTS.off) },
      ...captions.tracks.map((track, index) => ({ id: String(index), label: nameOf(track, index, player) })),
    ],
    chosen: () => {
      const { chosen, tracks } = captions;
      return chosen ? String(tracks.indexOf(chosen)) : OFF;
    },
    choose: (id) => captions.choose(id === OFF ? undefined : captions.tracks[Number(id)]),
    signal,
  });
  const update = (): void => {
    menu.update();
    menu.element.toggleAttribute('data-on', captions.chosen !== undefined);
  };
  captions.addEventListener('change', update, { signal });
  update();
  return menu;
}

/** As the stream calls it, else by its language; captions of the pictures often have neither. */
function nameOf({ label, language }: TextTrack, index: number, player: Player): string {
  const name = label.trim().slice(0, LONGEST_NAME) || languageName(language, player.language());
  if (name) return name;
  return index === 0
    ? player.localize(SHELL_TEXTS.captions)
    : fill(player.localize(SHELL_TEXTS.captionsNumber), { number: index + 1 });
}

function languageName(language: string, speaking: string): string {
  try {
    const names = new Intl.DisplayNames(localeOf(speaking), { type: 'language', fallback: 'none' });
    return names.of(language) ?? '';
  } catch {
    // Not a tag at all.
    return '';
  }
}
