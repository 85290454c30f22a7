import type { Player } from 'video.js/core.es.js';
import { onAbort } from '../internal/on-abort.ts';

/**
 * Fullscreen takes the whole widget, products included: video.js would take its own element alone, and ask only whether
 * that one is fullscreen. Where no element may go fullscreen (iPhone), the widget fills the page.
 */
export function followFullscreen(
  player: Player,
  host: HTMLElement,
  { signal }: { signal: AbortSignal },
): void {
  const isFullscreen = (): boolean => host.matches(':fullscreen') || host.hasAttribute('data-filled');
  const tell = (): void => {
    player.toggleClass('vjs-fullscreen', isFullscreen());
    player.trigger('fullscreenchange');
  };
  const fill = (filled: boolean): void => {
    host.toggleAttribute('data-filled', filled);
    tell();
  };
  const native = document.fullscreenEnabled;

  player.isFullscreen = isFullscreen;
  player.requestFullscreen = async () => (native ? host.requestFullscreen() : fill(true));
  player.exitFullscreen = async () => (native ? document.exitFullscreen() : fill(false));

  document.addEventListener('fullscreenchange', tell, { signal });
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape' && host.hasAttribute('data-filled')) fill(false);
    },
    { signal },
  );
  onAbort(signal, () => host.removeAttribute('data-filled'));
}
