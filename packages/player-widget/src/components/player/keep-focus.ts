import { facadeShown, type PlayerStore } from '../../store/player-store.ts';

/** Whoever started with the keyboard goes on from the player, not from the top of the page, when the play button goes. */
export function keepFocus(host: HTMLElement, store: PlayerStore, signal: AbortSignal): void {
  store.subscribe(
    (state) => {
      const root = host.shadowRoot;
      const onFacade = root?.activeElement?.localName === 'vitrine-facade';
      if (onFacade && !facadeShown(state))
        root.querySelector<HTMLElement>('.base')?.focus({ preventScroll: true });
    },
    { signal },
  );
}
