import HLS from 'hls-parser';
import { ServiceError } from '../../errors.ts';
import { MediaPlaylistReader } from './media-playlist-reader.ts';
import type { PlaylistSegment } from './media-playlist-reader.ts';

export interface VariantFacts {
  readonly uri: string;
  /** Bits a second. */
  readonly bandwidth: number | undefined;
  readonly codecs: string | undefined;
  readonly frameRate: number | undefined;
  /** Of the picture, in pixels. */
  readonly resolution: { readonly width: number; readonly height: number } | undefined;
}

/**
 * IVS's have about a kilobyte for each of at most six renditions. The parser compares every variant with every rendition of its group, so that some
 * hundred kilobytes would keep the service busy for minutes.
 */
const MULTIVARIANT_MAX_LENGTH = 16_384;

// The parser prints what it finds strange: IVS's own tags, for a start.
HLS.setOptions({ silent: true });

/** @throws ServiceError RECORDING_INVALID where it is no such playlist */
export function parseMultivariant(text: string, key: string): readonly VariantFacts[] {
  if (text.length > MULTIVARIANT_MAX_LENGTH)
    throw invalid(
      key,
      `has ${String(text.length)} characters; one of renditions has at most ${String(MULTIVARIANT_MAX_LENGTH)}`,
    );
  const playlist = parse(text, key);
  if (!playlist.isMasterPlaylist) throw invalid(key, 'lists segments where renditions were expected');
  return playlist.variants
    .filter(({ isIFrameOnly }) => isIFrameOnly !== true)
    .map((variant) => ({
      uri: variant.uri,
      bandwidth: positive(variant.bandwidth),
      codecs: variant.codecs,
      frameRate: positive(variant.frameRate),
      resolution: resolutionOf(variant.resolution),
    }));
}

export interface MediaPlaylist {
  readonly ended: boolean;
  readonly segments: readonly PlaylistSegment[];
}

/**
 * A playlist of segments as a whole, for what is known to be short.
 * @throws ServiceError RECORDING_INVALID where it is no such playlist, MEDIA_UNSUPPORTED where its segments are no MPEG-TS
 */
export function parseMedia(text: string, key: string): MediaPlaylist {
  const segments: PlaylistSegment[] = [];
  const reader = new MediaPlaylistReader(key, (segment) => segments.push(segment));
  reader.push(text);
  return { ended: reader.finish(), segments };
}

function parse(text: string, key: string): ReturnType<typeof HLS.parse> {
  // The parser takes anything for a playlist, and text in which nothing is one for an empty one.
  if (!/^\uFEFF?#EXTM3U\s/.test(text)) throw invalid(key, 'does not begin with #EXTM3U');
  try {
    return HLS.parse(text);
  } catch (cause) {
    throw invalid(key, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function resolutionOf(told: VariantFacts['resolution']): VariantFacts['resolution'] {
  const [width, height] = [positive(told?.width), positive(told?.height)];
  return width === undefined || height === undefined ? undefined : { width, height };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}

function invalid(key: string, problem: string, cause?: unknown): ServiceError {
  return new ServiceError('RECORDING_INVALID', `${key} is no playlist: ${problem}`, { cause });
}
