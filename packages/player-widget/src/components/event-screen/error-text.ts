import type { PlayerError, PlayerErrorCode } from '../../media/player-error.ts';
import { SCREEN_TEXTS } from './event-screen.texts.ts';

/** What a viewer is told: no code, no blame, no address. Developers get the rest with `vitrine-error`. */
const TEXTS: Partial<Record<PlayerErrorCode, string>> = {
  SOURCE_NOT_FOUND: SCREEN_TEXTS.notFound,
  SOURCE_FORBIDDEN: SCREEN_TEXTS.forbidden,
  SOURCE_UNSUPPORTED: SCREEN_TEXTS.unsupported,
  DECODE: SCREEN_TEXTS.unsupported,
  EVENT_NOT_FOUND: SCREEN_TEXTS.notFound,
  NETWORK: SCREEN_TEXTS.network,
  EVENT_NOT_LOADED: SCREEN_TEXTS.network,
  ENGINE_NOT_LOADED: SCREEN_TEXTS.network,
  IVS_ASSETS_MISSING: SCREEN_TEXTS.setup,
};

export function errorText(error: PlayerError | undefined): string {
  return (error && TEXTS[error.code]) ?? SCREEN_TEXTS.somethingWrong;
}
