import type { VitrinePlayer } from './components/player/vitrine-player.ts';

export { VitrinePlayer } from './components/player/vitrine-player.ts';
export type { Diagnostics } from './diagnose.ts';
export type { VitrineFacts } from './components/player/tell.ts';
export type { ProductRequest } from './commerce/product-requests.ts';
export { PLAYER_ERRORS, type PlayerErrorCode } from './media/player-error.ts';
export type { PluralForms, Words } from './languages/words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-player': VitrinePlayer;
  }
}
