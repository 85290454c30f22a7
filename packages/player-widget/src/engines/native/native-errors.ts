import type { PlaySource } from '../../media/media-source.ts';
import { PlayerError, type PlayerErrorCode } from '../../media/player-error.ts';

/** A `<video>` says the same of a missing playlist and of one that it cannot play; asking for it once more tells. */
export async function toPlayerError(
  error: MediaError | null,
  source: PlaySource,
  { signal }: { signal: AbortSignal },
): Promise<PlayerError> {
  const code = await codeOf(error, source, signal);
  return new PlayerError(code, `${source.url}: ${error?.message || `media error ${error?.code ?? 0}`}.`);
}

async function codeOf(
  error: MediaError | null,
  source: PlaySource,
  signal: AbortSignal,
): Promise<PlayerErrorCode> {
  if (error?.code === MediaError.MEDIA_ERR_NETWORK) return 'NETWORK';
  if (error?.code === MediaError.MEDIA_ERR_DECODE) return 'DECODE';
  const response = await fetch(source.url, { signal }).catch(() => undefined);
  if (!response) return 'NETWORK';
  if (response.status === 401 || response.status === 403) return 'SOURCE_FORBIDDEN';
  if (response.status === 404 || response.status === 410) {
    return source.type === 'live' ? 'STREAM_OFFLINE' : 'SOURCE_NOT_FOUND';
  }
  return response.ok ? 'SOURCE_UNSUPPORTED' : 'NETWORK';
}
