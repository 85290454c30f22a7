/** Every way in which playing can fail, and whether playback can go on after it. */
export const PLAYER_ERRORS = {
  SOURCE_NOT_FOUND: { fatal: true, message: 'The video was not found.' },
  SOURCE_FORBIDDEN: { fatal: true, message: 'The video may not be played here.' },
  SOURCE_UNSUPPORTED: { fatal: true, message: 'The video cannot be played in this browser.' },
  STREAM_OFFLINE: { fatal: true, message: 'The live stream is not on air.' },
  NETWORK: { fatal: true, message: 'The network failed.' },
  DECODE: { fatal: true, message: 'The video could not be decoded.' },
  ENGINE_NOT_LOADED: { fatal: true, message: 'The player could not be loaded.' },
  IVS_ASSETS_MISSING: { fatal: true, message: 'The live player was not found.' },
  EVENT_NOT_FOUND: { fatal: true, message: 'The event was not found.' },
  EVENT_NOT_LOADED: { fatal: true, message: 'The event could not be loaded.' },
  EVENT_INVALID: { fatal: true, message: 'The event is not valid.' },
  TIMELINE_NOT_LOADED: { fatal: false, message: 'The timeline could not be loaded.' },
  CATALOGUE_NOT_LOADED: { fatal: false, message: 'The products could not be loaded.' },
  OVERLAY_NOT_LOADED: { fatal: false, message: 'The overlay could not be loaded.' },
  SHELL_NOT_LOADED: { fatal: false, message: 'The controls could not be loaded.' },
  PREVIEW_NOT_LOADED: { fatal: false, message: 'The preview could not be loaded.' },
  AUTOPLAY_REFUSED: { fatal: false, message: 'The browser waits for a tap.' },
  CART_FAILED: { fatal: false, message: 'The cart did not do as asked.' },
  ATTRIBUTE_INVALID: { fatal: false, message: 'An attribute is not valid.' },
  LINK_INVALID: { fatal: false, message: 'A link is not valid.' },
} as const satisfies Record<string, { fatal: boolean; message: string }>;

export type PlayerErrorCode = keyof typeof PLAYER_ERRORS;

/** The widget's one error class. `detail` is for developers: names the field, the value and what would be right. */
export class PlayerError extends Error {
  readonly code: PlayerErrorCode;
  readonly fatal: boolean;

  constructor(code: PlayerErrorCode, detail?: string, options?: { cause?: unknown; fatal?: boolean }) {
    const { message, fatal } = PLAYER_ERRORS[code];
    super(detail ? `${message} ${detail}` : message, options);
    this.name = 'PlayerError';
    this.code = code;
    this.fatal = options?.fatal ?? fatal;
  }
}
