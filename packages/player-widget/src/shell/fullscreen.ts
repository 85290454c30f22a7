import type { Player } from 'video.js/core.es.js';

/**
 * Fullscreen takes the whole widget, products included: video.js would take its own element alone.
 * Where no element may go fullscreen (iPhone), the widget fills the page.
 */
export function followFullscreen(
  player: Player,
  host: HTMLElement,
  { signal }: { signal: AbortSignal },
): void {
  const native = document.fullscreenEnabled;
  const fill = (filled: boolean): void => {
    host.toggleAttribute('data-filled', filled);
    report(filled);
  };
  const report = (is: boolean): void => {
    player.isFullscreen(is);
    player.trigger('fullscreenchange');
  };

  player.requestFullscreen = async () => (native ? host.requestFullscreen() : fill(true));
  player.exitFullscreen = async () => (native ? document.exitFullscreen() : fill(false));

  // After video.js's own listener, which looks for its element alone and finds nothing.
  document.addEventListener('fullscreenchange', () => report(host.matches(':fullscreen')), { signal });
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape' && host.hasAttribute('data-filled')) fill(false);
    },
    { signal },
  );
  signal.addEventListener('abort', () => host.removeAttribute('data-filled'), { once: true });
}
