import type { PlayerError as IvsError } from 'amazon-ivs-player';
import type { PlaySource } from '../../media/media-source.ts';
import { PlayerError, type PlayerErrorCode } from '../../media/player-error.ts';

/** By the SDK's `ErrorType`; all its errors are fatal. */
const CODES: Readonly<Record<string, PlayerErrorCode>> = {
  ErrorAuthorization: 'SOURCE_FORBIDDEN',
  ErrorNotSupported: 'SOURCE_UNSUPPORTED',
  ErrorNoSource: 'SOURCE_NOT_FOUND',
  ErrorInvalidData: 'DECODE',
  ErrorTimeout: 'NETWORK',
  ErrorNetwork: 'NETWORK',
  ErrorNetworkIO: 'NETWORK',
  ErrorNotAvailable: 'NETWORK',
};

/** What an error of the SDK is called above the port. */
export function toPlayerError({ type, code, source, message }: IvsError, { url }: PlaySource): PlayerError {
  const detail = `${url}: ${source}, ${type}, code ${code}. ${message}`;
  return new PlayerError(codeOf(type, code), detail, { cause: { type, code, source, message } });
}

function codeOf(type: string, code: number): PlayerErrorCode {
  // IVS answers a channel that is off air like one that does not exist.
  if (type === 'ErrorNotAvailable' && code === 404) return 'STREAM_OFFLINE';
  if (code === 401 || code === 403) return 'SOURCE_FORBIDDEN';
  return CODES[type] ?? 'DECODE';
}
