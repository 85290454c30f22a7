import type { Player } from 'video.js/core.es.js';
import { localeOf } from '../../internal/format.ts';
import { isRenditionCapable, type MediaEngine } from '../../media/media-engine.ts';
import { AUTO, type Rendition } from '../../media/rendition.ts';
import { SHELL_TEXTS } from '../shell.texts.ts';
import { ChoiceMenu } from './choice-menu.ts';

interface QualityOptions {
  readonly player: Player;
  readonly engine: MediaEngine;
  readonly signal: AbortSignal;
}

/** Chooses a rendition, or lets the engine choose by bandwidth: then it tells what that plays. */
export function qualityMenu({ player, engine, signal }: QualityOptions): ChoiceMenu | undefined {
  if (!isRenditionCapable(engine)) return undefined;
  const labelOf = (rendition: Rendition): string => {
    const { renditions } = engine;
    const twins = renditions.filter(({ height }) => height === rendition.height);
    return describe(rendition, twins.length > 1, player.language());
  };
  const automatic = (): string => {
    const { activeRendition, selectedRendition } = engine;
    const auto = player.localize(SHELL_TEXTS.automatic);
    return activeRendition && selectedRendition === AUTO ? `${auto} (${labelOf(activeRendition)})` : auto;
  };
  const menu = new ChoiceMenu({
    player,
    name: 'quality-menu',
    title: SHELL_TEXTS.quality,
    icon: 'cog',
    choices: () => {
      const best = engine.renditions.toSorted(
        (a, b) => (b.height ?? 0) - (a.height ?? 0) || b.bitrate - a.bitrate,
      );
      if (best.length < 2) return [];
      return [
        { id: AUTO, label: automatic() },
        ...best.map((rendition) => ({ id: rendition.id, label: labelOf(rendition) })),
      ];
    },
    chosen: () => engine.selectedRendition,
    choose: (id) => engine.selectRendition(id),
    signal,
  });
  engine.addEventListener('renditionschange', () => menu.update(), { signal });
  return menu;
}

/** By its height; with its bits per second where that does not tell it from another. */
function describe({ height, bitrate }: Rendition, withBitrate: boolean, language: string): string {
  if (height && !withBitrate) return `${height}p`;
  const isFast = bitrate >= 1_000_000;
  const rate = new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: isFast ? 'megabit-per-second' : 'kilobit-per-second',
    maximumFractionDigits: isFast ? 1 : 0,
  }).format(bitrate / (isFast ? 1_000_000 : 1_000));
  return height ? `${height}p, ${rate}` : rate;
}
