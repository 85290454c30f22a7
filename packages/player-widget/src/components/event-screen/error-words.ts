import type { PLAYER_ERRORS, PlayerErrorCode } from '../../media/player-error.ts';
import { SCREEN_TEXTS } from './event-screen.texts.ts';

/** Codes that keep a video from playing: each has words, or this does not compile. */
type FatalCode = {
  [Code in PlayerErrorCode]: (typeof PLAYER_ERRORS)[Code]['fatal'] extends true ? Code : never;
}[PlayerErrorCode];

interface ErrorWords {
  /** What a viewer is told: no code, no blame, no address. Developers get the rest with `vitrine-error`. */
  readonly text: string;
  /** Whether another attempt may end differently: else a button would only be pressed in vain. */
  readonly canRetry: boolean;
  /** It may have been the viewer's own network: tried once more by itself when that is back. */
  readonly isNetwork?: true;
  /** One can see whether it is there again, without opening it. */
  readonly canLook?: true;
}

const NETWORK = { text: SCREEN_TEXTS.network, canRetry: true, isNetwork: true } as const;
const LOOKED_FOR = { ...NETWORK, canLook: true } as const;

const WORDS: Readonly<Record<FatalCode, ErrorWords>> = {
  // The event is read again, too: its video may have moved.
  SOURCE_NOT_FOUND: { text: SCREEN_TEXTS.videoMissing, canRetry: true },
  SOURCE_FORBIDDEN: { text: SCREEN_TEXTS.forbidden, canRetry: false },
  SOURCE_UNSUPPORTED: { text: SCREEN_TEXTS.unsupported, canRetry: false },
  STREAM_OFFLINE: { ...LOOKED_FOR, text: SCREEN_TEXTS.offlineText },
  NETWORK: LOOKED_FOR,
  DECODE: { text: SCREEN_TEXTS.damaged, canRetry: true },
  ENGINE_NOT_LOADED: NETWORK,
  // They may also have been out of reach.
  IVS_ASSETS_MISSING: { text: SCREEN_TEXTS.setup, canRetry: true, isNetwork: true },
  EVENT_NOT_FOUND: { text: SCREEN_TEXTS.notFound, canRetry: false },
  EVENT_NOT_LOADED: LOOKED_FOR,
  EVENT_INVALID: { text: SCREEN_TEXTS.somethingWrong, canRetry: true },
};

const UNKNOWN: ErrorWords = { text: SCREEN_TEXTS.somethingWrong, canRetry: true };

/** Also for a code that stops playback by exception. */
export function wordsOf(code: PlayerErrorCode | undefined): ErrorWords {
  const words: Partial<Record<PlayerErrorCode, ErrorWords>> = WORDS;
  return (code && words[code]) ?? UNKNOWN;
}
