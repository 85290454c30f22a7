import type { Player } from 'video.js/core.es.js';
import { localeOf } from '../../internal/format.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import { SHELL_TEXTS } from '../shell.texts.ts';
import { ChoiceMenu } from './choice-menu.ts';

/** What an archive can be played at; 1 is as it was recorded. */
export const RATES: readonly number[] = [0.5, 1, 1.25, 1.5, 2];

interface RateOptions {
  readonly player: Player;
  readonly engine: MediaEngine;
  readonly signal: AbortSignal;
}

/** How fast an archive plays. */
export function rateMenu({ player, engine, signal }: RateOptions): ChoiceMenu {
  const label = (rate: number): string =>
    `${new Intl.NumberFormat(localeOf(player.language())).format(rate)}×`;
  const menu = new ChoiceMenu({
    player,
    name: 'vjs-playback-rate',
    title: SHELL_TEXTS.rate,
    choices: () => {
      // The page may have set one that is not among ours.
      const all = new Set([...RATES, engine.playbackRate]);
      return [...all].sort((a, b) => a - b).map((rate) => ({ id: String(rate), label: label(rate) }));
    },
    chosen: () => String(engine.playbackRate),
    choose: (id) => (engine.playbackRate = Number(id)),
    signal,
  });
  engine.addEventListener('ratechange', () => menu.update(), { signal });
  return menu;
}
