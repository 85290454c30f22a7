// With a bundler: the class, registered under its name or by the entry for script tags.
import {
  PLAYER_ERRORS,
  VitrinePlayer,
  type PlayerErrorCode,
  type ProductRequest,
} from '@vitrine/player-widget';
import '@vitrine/player-widget/vitrine.js';

export const player: VitrinePlayer = document.createElement('vitrine-player');
player.eventId = 'spring';
player.autoplay = true;
await VitrinePlayer.addLanguage('sv', { Add: 'Köp' });

export const fatal = (Object.keys(PLAYER_ERRORS) as PlayerErrorCode[]).filter(
  (code) => PLAYER_ERRORS[code].fatal,
);
export const url = (request: ProductRequest): string | undefined => request.url;

// @ts-expect-error an id is text
player.eventId = 5;
