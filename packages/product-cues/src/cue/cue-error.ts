export type CueErrorCode = 'CUE_TOO_LARGE' | 'CUE_INVALID';

/** Why a cue cannot be sent. */
export class CueError extends Error {
  override readonly name = 'CueError';
  readonly code: CueErrorCode;
  /** The size of the text in UTF-8, where that is what is wrong. */
  readonly bytes?: number;

  constructor(code: CueErrorCode, message: string, bytes?: number) {
    super(message);
    this.code = code;
    if (bytes !== undefined) this.bytes = bytes;
  }
}
