import { TextDecoder } from 'node:util';
import { ServiceError } from '../../errors.ts';
import { readRecordingText } from '../../recordings/open-recording.ts';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import type { RecordingEnded } from '../../recordings/recording-ended.ts';
import { resolveKey } from '../../recordings/resolve-key.ts';
import { bounded } from '../bounded.ts';
import { MediaPlaylistReader } from '../media/media-playlist-reader.ts';
import type { PlaylistSegment } from '../media/media-playlist-reader.ts';
import { parseMultivariant } from '../media/parse-playlist.ts';
import type { VariantFacts } from '../media/parse-playlist.ts';
import { SourceSegments } from '../media/source-segments.ts';
import type { SourceSegment } from '../media/source-segments.ts';
import type { Sequence } from '../sequence.ts';

export type { SourceSegment } from '../media/source-segments.ts';

type RenditionFacts = RecordingEnded['media']['hls']['renditions'][number];

/** A playlist of 48 hours in two-second ranges has 10 MB; what is larger is no playlist. */
const PLAYLIST_MAX_BYTES = 64 * 1024 * 1024;
/** So many playlists are read at once, of each of which a chunk is held. */
const AT_ONCE = 5;

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
  const { prefix, ended } = recording;
  const { hls } = ended.media;
  const hlsKey = `${hlsFolder(recording)}x`;
  const multivariantKey = resolveKey(hlsKey, hls.playlist, prefix);
  let variants: ReadonlyMap<string, VariantFacts> = new Map();
  const playlists = [undefined, ...hls.renditions];
  const read = await bounded(playlists, AT_ONCE, signal, async (facts, _index, either) => {
    if (facts) return readRendition(recording, facts, hlsKey, either);
    variants = await readVariants(recording, multivariantKey, either);
    return undefined;
  });
  return read.flatMap((one) => (one ? [withVariant(one, variants.get(one.playlistKey))] : []));
}

/**
 * The folders of the renditions, each with its slash.
 * @throws ServiceError RECORDING_INVALID
 */
export function renditionFolders(recording: OpenRecording): readonly string[] {
  const { prefix, ended } = recording;
  const hlsKey = `${hlsFolder(recording)}x`;
  return ended.media.hls.renditions.map(({ path }) => resolveKey(hlsKey, `${path}/x`, prefix).slice(0, -1));
}

/** That from which the recording's own JSON reckons its paths, with its slash. */
function hlsFolder({ prefix, ended }: OpenRecording): string {
  return resolveKey(`${prefix}/x`, `${ended.media.hls.path}/x`, prefix).slice(0, -1);
}

/** A rendition of which neither tells a size is one without a picture. */
function withVariant(
  one: Omit<SourceRendition, 'variant'>,
  variant: VariantFacts | undefined,
): SourceRendition {
  const { width, height } = one.height === undefined ? { ...one, ...variant?.resolution } : one;
  return { ...one, width, height, variant };
}

/**
 * Only for what players like to be told beforehand (codecs, bandwidth), and for sizes of pictures that the JSON lacks: without it the archive is as good as complete. It is also what IVS writes last, and may
 * have failed to write.
 */
async function readVariants(
  { store, prefix }: OpenRecording,
  key: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, VariantFacts>> {
  try {
    const text = await readRecordingText(store, key, signal);
    const variants = text === undefined ? [] : parseMultivariant(text, key);
    return new Map(variants.map((variant) => [resolveKey(key, variant.uri, prefix), variant]));
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'RECORDING_INVALID') throw error;
    return new Map();
  }
}

async function readRendition(
  recording: OpenRecording,
  facts: RenditionFacts,
  hlsKey: string,
  signal: AbortSignal,
): Promise<Omit<SourceRendition, 'variant'>> {
  const { prefix } = recording;
  const folder = resolveKey(hlsKey, `${facts.path}/x`, prefix);
  const playlistKey = resolveKey(folder, facts.playlist, prefix);
  const ranges = facts.byte_range_playlist;
  const rangesKey = ranges === undefined ? undefined : resolveKey(folder, ranges, prefix);
  const segments = new SourceSegments();
  const files = readPlaylist(recording, playlistKey, signal, ({ uri, discontinuity, programTime }) => {
    segments.push(resolveKey(playlistKey, uri, prefix), discontinuity, programTime);
  });
  // Both are asked for at once, and read one after the other: ranges are of files that are known.
  const both = [files, rangesKey && readRanges(recording, rangesKey, segments, files, signal)] as const;
  await Promise.allSettled(both);
  const [ended] = await Promise.all(both);
  if (ended === undefined) throw new ServiceError('RECORDING_MISSING', `there is no playlist ${playlistKey}`);
  return {
    path: facts.path,
    playlistKey,
    width: facts.resolution_width,
    height: facts.resolution_height,
    ended,
    segments,
  };
}

/**
 * A byte-range playlist that is missing or damaged is no loss: the ranges are found in the files, then.
 * @param files - done when `segments` has the files
 */
async function readRanges(
  recording: OpenRecording,
  key: string,
  segments: SourceSegments,
  files: Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  // Several follow each other in one file.
  let file = { uri: '', key: '' };
  const onSegment = ({ uri, range, duration }: PlaylistSegment): void => {
    if (!range) return;
    if (file.uri !== uri) file = { uri, key: resolveKey(key, uri, recording.prefix) };
    segments.pushRange(file.key, range, duration);
  };
  try {
    await readPlaylist(recording, key, signal, onSegment, files);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'RECORDING_INVALID') throw error;
    segments.dropRanges();
  }
}

/**
 * @param after - what it waits for before it tells of segments
 * @returns whether nothing more comes; `undefined` where there is no such playlist
 */
async function readPlaylist(
  { store }: OpenRecording,
  key: string,
  signal: AbortSignal,
  onSegment: (segment: PlaylistSegment) => void,
  after?: Promise<unknown>,
): Promise<boolean | undefined> {
  const object = await store.read(key, { signal });
  if (!object) return undefined;
  const reader = new MediaPlaylistReader(key, onSegment);
  const decoder = new TextDecoder();
  let bytes = 0;
  try {
    await after;
    for await (const chunk of object.body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > PLAYLIST_MAX_BYTES)
        throw new ServiceError('RECORDING_INVALID', `${key} is too long for what it should be`);
      reader.push(decoder.decode(chunk, { stream: true }));
    }
  } finally {
    object.body.destroy();
  }
  return reader.finish();
}
