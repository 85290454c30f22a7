import type { Player } from 'video.js/core.es.js';
import { pageFillOf } from './page-fill.ts';

/**
 * Fullscreen takes the whole widget, products included: video.js would take its own element alone, and ask only whether
 * that one is fullscreen. Where no element may go fullscreen, the widget fills the page.
 */
export function followFullscreen(
  player: Player,
  host: HTMLElement,
  { signal }: { signal: AbortSignal },
): void {
  const page = pageFillOf(host);
  const isFullscreen = (): boolean => host.matches(':fullscreen') || page.isFilled;
  const tell = (): void => {
    player.toggleClass('vjs-fullscreen', isFullscreen());
    player.trigger('fullscreenchange');
  };
  const fill = (): void => page.enter(player.localize('Exit Fullscreen'));
  // Asked for each time: a page may be moved into a frame.
  const isNative = (): boolean => document.fullscreenEnabled && 'requestFullscreen' in host;

  player.isFullscreen = isFullscreen;
  player.requestFullscreen = async () => (isNative() ? host.requestFullscreen().catch(fill) : fill());
  player.exitFullscreen = async () => (page.isFilled ? page.leave() : document.exitFullscreen());

  // video.js switches its button off where the browser has no fullscreen: ours goes on without.
  player.getChild('ControlBar')?.getChild('FullscreenToggle')?.enable();
  document.addEventListener('fullscreenchange', tell, { signal });
  page.addEventListener('change', tell, { signal });
  // Controls that come to a replay of which the live event has filled the page.
  if (isFullscreen()) tell();
}
