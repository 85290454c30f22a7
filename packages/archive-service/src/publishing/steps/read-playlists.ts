import { ServiceError } from '../../errors.ts';
import { readRecordingText } from '../../recordings/open-recording.ts';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import { resolveKey } from '../../recordings/resolve-key.ts';
import type { ByteSpan } from '../media/keyframe-ranges.ts';
import { parseMedia, parseMultivariant } from '../media/parse-playlist.ts';
import type { MediaPlaylist, VariantFacts } from '../media/parse-playlist.ts';
import type { Sequence } from '../sequence.ts';

/** One media file of a recording, as its playlists tell of it. */
export interface SourceSegment {
  readonly key: string;
  readonly discontinuity: boolean;
  /** Epoch ms. */
  readonly programTime: number | undefined;
  /** The parts by which the recording's own byte-range playlist addresses it; may be empty. */
  readonly ownRanges: readonly ByteSpan[];
}

export interface SourceRendition {
  /** As the recording calls it. */
  readonly path: string;
  readonly playlistKey: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly variant: VariantFacts | undefined;
  /** Whether the playlist says that nothing more comes. */
  readonly ended: boolean;
  readonly segments: Sequence<SourceSegment>;
}

/**
 * Reads every playlist that `recording-ended.json` names, and goes by nothing else: AWS says not to rely on paths or on the order of renditions.
 * @throws ServiceError RECORDING_MISSING, RECORDING_INVALID, MEDIA_UNSUPPORTED
 */
export async function readPlaylists(
  recording: OpenRecording,
  signal: AbortSignal,
): Promise<readonly SourceRendition[]> {
  const { store, prefix, ended } = recording;
  const { hls } = ended.media;
  const inside = (base: string, path: string): string => resolveKey(base, path, prefix);
  const hlsKey = inside(`${prefix}/x`, `${hls.path}/x`);
  const multivariantKey = inside(hlsKey, hls.playlist);
  const multivariant = await readRecordingText(store, multivariantKey, signal);
  // Only for what players like to be told beforehand (codecs, bandwidth): without it the archive is as good as complete.
  const variants = new Map<string, VariantFacts>();
  for (const variant of multivariant === undefined ? [] : parseMultivariant(multivariant, multivariantKey)) {
    variants.set(inside(multivariantKey, variant.uri), variant);
  }

  const renditions: SourceRendition[] = [];
  for (const rendition of hls.renditions) {
    const folder = inside(hlsKey, `${rendition.path}/x`);
    const playlistKey = inside(folder, rendition.playlist);
    const playlist = await readPlaylist(recording, playlistKey, signal);
    if (!playlist) throw new ServiceError('RECORDING_MISSING', `there is no playlist ${playlistKey}`);
    const rangesKey = rendition.byte_range_playlist && inside(folder, rendition.byte_range_playlist);
    const ranges = rangesKey ? await readRanges(recording, rangesKey, signal) : new Map<string, ByteSpan[]>();
    const segments = playlist.segments.map(({ uri, discontinuity, programTime }) => {
      const key = inside(playlistKey, uri);
      return { key, discontinuity, programTime, ownRanges: ranges.get(key) ?? [] };
    });
    renditions.push({
      path: rendition.path,
      playlistKey,
      width: rendition.resolution_width,
      height: rendition.resolution_height,
      variant: variants.get(playlistKey),
      ended: playlist.ended,
      segments,
    });
  }
  return renditions;
}

async function readPlaylist(
  { store }: OpenRecording,
  key: string,
  signal: AbortSignal,
): Promise<MediaPlaylist | undefined> {
  const content = await readRecordingText(store, key, signal);
  return content === undefined ? undefined : parseMedia(content, key);
}

/** A byte-range playlist that is missing or damaged is no loss: the ranges are found in the files, then. */
async function readRanges(
  recording: OpenRecording,
  key: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly ByteSpan[]>> {
  const spans = new Map<string, ByteSpan[]>();
  try {
    const playlist = await readPlaylist(recording, key, signal);
    for (const { uri, range } of playlist?.segments ?? []) {
      if (!range) continue;
      const file = resolveKey(key, uri, recording.prefix);
      const known = spans.get(file);
      if (known) known.push(range);
      else spans.set(file, [range]);
    }
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'RECORDING_INVALID') throw error;
    spans.clear();
  }
  return spans;
}
