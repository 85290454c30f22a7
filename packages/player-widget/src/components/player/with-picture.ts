import { keepLoading } from '../../internal/keep-loading.ts';
import { createShell } from '../../shell/shell.ts';
import { followLinks } from './moments/follow-link.ts';
import type { ShellOptions } from '../../shell/shell-options.ts';

/** All that comes with the first picture and not before, in one chunk. */
export function comeWithPicture(options: ShellOptions): void {
  createShell(options);
  const { engine, replay } = options;
  if (replay && engine.streamType !== 'live') followLinks({ ...options, ...replay }, replay.timeline);
  // It was asked for as soon as something was to be played; where it did not come it may still.
  void keepLoading(() => import('../product-overlay/vitrine-product-overlay.ts'), options);
}
