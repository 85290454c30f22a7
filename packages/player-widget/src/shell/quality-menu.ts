import videojs, { type MenuItem, type Player } from 'video.js/core.es.js';
import type { MediaEngine, RenditionCapable } from '../media/media-engine.ts';
import { AUTO, type Rendition } from '../media/rendition.ts';
import { WORDS_CHANGED } from './languages.ts';
import { SHELL_TEXTS } from './shell.texts.ts';

const BaseButton = videojs.getComponent('MenuButton');
const BaseItem = videojs.getComponent('MenuItem');

interface QualityOptions {
  readonly engine: MediaEngine & RenditionCapable;
  readonly signal: AbortSignal;
}

/** Chooses a rendition, or lets the engine choose by bandwidth. Hidden while there is nothing to choose. */
export class QualityMenu extends BaseButton {
  declare options_: Record<string, unknown> & QualityOptions;

  constructor(player: Player, options: QualityOptions) {
    super(player, options);
    this.controlText(SHELL_TEXTS.quality);
    this.setIcon('cog');
    // Its items are said once, when they are made.
    player.on(WORDS_CHANGED, () => this.update());
    options.engine.addEventListener('renditionschange', () => this.update(), { signal: options.signal });
  }

  override buildCSSClass(): string {
    return `vjs-quality-menu ${super.buildCSSClass()}`;
  }

  override buildWrapperCSSClass(): string {
    return `vjs-quality-menu ${super.buildWrapperCSSClass()}`;
  }

  /** Called from video.js's constructor, when a private member of ours would not be there yet. */
  override createItems(): MenuItem[] {
    const { engine } = this.options_;
    if (engine.renditions.length < 2) return [];
    const best = [...engine.renditions].sort(
      (a, b) => (b.height ?? 0) - (a.height ?? 0) || b.bitrate - a.bitrate,
    );
    const choices = [
      [AUTO, SHELL_TEXTS.automatic],
      ...best.map((rendition) => [rendition.id, labelOf(rendition)]),
    ];
    return choices.map(([id = AUTO, label = '']) => {
      const item = new BaseItem(this.player(), { label, selectable: true, multiSelectable: false });
      item.selected(engine.selectedRendition === id);
      item.on(['click', 'tap'], () => {
        engine.selectRendition(id);
        this.update();
      });
      return item;
    });
  }
}

function labelOf({ height, bitrate }: Rendition): string {
  return height ? `${height}p` : `${Math.round(bitrate / 1000)} kbit/s`;
}

videojs.registerComponent('QualityMenu', QualityMenu);
