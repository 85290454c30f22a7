import { onAbort } from '../../internal/on-abort.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { VitrinePlaybackNotice } from './vitrine-playback-notice.ts';
import { whenStuck } from './when-stuck.ts';

interface Options {
  readonly host: HTMLElement;
  readonly engine: MediaEngine;
  readonly store: PlayerStore;
  readonly signal: AbortSignal;
}

/** Says over the picture why it stands still, or why nothing is heard; the signal takes that away. */
export function tellPlayback({ host, engine, store, signal }: Options): void {
  const base = host.shadowRoot?.querySelector<HTMLElement>('.base');
  if (!base) return;
  const notice = new VitrinePlaybackNotice();
  notice.part.add('playback');
  const followSound = (): void => {
    // However the sound came back, by the controls or by the page.
    if (!engine.muted) store.update({ silenced: false });
    const isSilenced = !!store.state.silenced;
    // Whoever used the keyboard goes on from the player.
    if (!isSilenced && notice.matches(':focus-within')) base.focus({ preventScroll: true });
    notice.silenced = isSilenced;
    notice.offered = !!store.state.replay;
  };
  notice.onSound = () => {
    engine.muted = false;
    if (engine.volume === 0) engine.volume = 1;
  };
  engine.addEventListener('volumechange', followSound, { signal });
  store.subscribe(followSound, { signal });
  whenStuck(engine, (isStuck) => (notice.reconnecting = isStuck), { signal });
  onAbort(signal, () => notice.remove());
  base.append(notice);
  // The IVS player takes the sound away by itself, and tells nobody.
  if (engine.muted && host.matches('[autoplay]:not([muted])')) store.update({ silenced: true });
  followSound();
}
