import { keepLoading } from '../../internal/keep-loading.ts';
import type { ElsewhereOptions } from './elsewhere.ts';

/** A player that is left goes along where its page wants that; the code for it comes when it is left for the first time. */
export function playElsewhere(options: ElsewhereOptions): void {
  const { host, signal } = options;
  // What floats lies in the top layer.
  if (!('popover' in host)) return;
  const observer = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting || !host.hasAttribute('mini-player')) return;
    observer.disconnect();
    void keepLoading(() => import('./mini-player.ts'), options).then((chunk) => {
      if (!signal.aborted) chunk?.followMiniPlayer(options);
    });
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
