import type { Player } from 'video.js/core.es.js';
import type { MediaEngine } from '../../media/media-engine.ts';
import type { Captions } from '../captions/captions.ts';
import { captionsMenu } from './captions-menu.ts';
import { qualityMenu } from './quality-menu.ts';
import { rateMenu } from './rate-menu.ts';

/** Puts the menus into the control bar, before what changes where the picture is. */
export function addMenus(
  player: Player,
  engine: MediaEngine,
  captions: Captions,
  { signal }: { signal: AbortSignal },
): void {
  const bar = player.getChild('ControlBar');
  const next = bar?.getChild('PictureInPictureToggle') ?? bar?.getChild('FullscreenToggle');
  const menus = [
    engine.streamType === 'live' ? undefined : rateMenu({ player, engine, signal }),
    captionsMenu(player, captions, { signal }),
    qualityMenu({ player, engine, signal }),
  ];
  for (const menu of menus) if (menu) bar?.el().insertBefore(menu.element, next?.el() ?? null);
}
