import type { ErrorData } from 'hls.js';
import type { PlaySource } from '../../media/media-source.ts';
import { PlayerError, type PlayerErrorCode } from '../../media/player-error.ts';

const UNSUPPORTED: readonly string[] = [
  'manifestParsingError',
  'manifestIncompatibleCodecsError',
  'bufferAddCodecError',
  'bufferIncompatibleCodecsError',
];

/** What a fatal error of hls.js is called above the port. */
export function toPlayerError(data: ErrorData, source: PlaySource): PlayerError {
  const status = data.response?.code ?? 0;
  const url = data.url ?? data.response?.url ?? source.url;
  const detail = `${url}: ${data.details}${status ? `, status ${status}` : ''}.`;
  return new PlayerError(codeOf(data, status, source), detail, { cause: data.error });
}

function codeOf({ type, details }: ErrorData, status: number, source: PlaySource): PlayerErrorCode {
  if (status === 401 || status === 403) return 'SOURCE_FORBIDDEN';
  if (status === 404 || status === 410) {
    return source.type === 'live' && details === 'manifestLoadError' ? 'STREAM_OFFLINE' : 'SOURCE_NOT_FOUND';
  }
  if (UNSUPPORTED.includes(details) || type === 'keySystemError') return 'SOURCE_UNSUPPORTED';
  return type === 'networkError' ? 'NETWORK' : 'DECODE';
}
