import { ServiceError } from '../../errors.ts';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import { sharedFolder } from '../shared-folder.ts';
import type { SourceRendition } from './read-playlists.ts';

/** Bytes of each media file of each rendition, in the order of its segments. */
export type SegmentSizes = ReadonlyMap<SourceRendition, Float64Array>;

/** So many files are named in one error; the count says the rest. */
const NAMED = 5;

/**
 * Checks that the recording is complete before anything is made of it: every playlist ended, every file of every rendition there and not empty.
 * @throws ServiceError RECORDING_UNFINISHED (IVS may still be writing: try again), SEGMENT_MISSING
 */
export async function verifyMedia(
  { store }: Pick<OpenRecording, 'store'>,
  renditions: readonly SourceRendition[],
  signal: AbortSignal,
): Promise<SegmentSizes> {
  for (const { playlistKey, ended, segments } of renditions) {
    if (segments.length === 0)
      throw new ServiceError('SEGMENT_MISSING', `${playlistKey} lists no media file`);
    if (!ended) {
      const message = `${playlistKey} has no EXT-X-ENDLIST: IVS is still writing the recording, or broke off`;
      throw new ServiceError('RECORDING_UNFINISHED', message);
    }
  }
  const listed = await listSizes(store, renditions, signal);
  const sizes = new Map<SourceRendition, Float64Array>();
  const bad: string[] = [];
  let count = 0;
  for (const rendition of renditions) {
    const known = Float64Array.from(rendition.segments, ({ key }) => listed.get(key) ?? NaN);
    sizes.set(rendition, known);
    for (const [index, size] of known.entries()) {
      if (size > 0) continue;
      count += 1;
      const key = rendition.segments.at(index)?.key ?? '';
      if (count <= NAMED) bad.push(`${key} (${size === 0 ? 'empty' : 'missing'})`);
    }
  }
  if (count > 0) {
    const more = count > NAMED ? ` and ${String(count - NAMED)} more` : '';
    const message = `media files are missing or empty: ${bad.join(', ')}${more}`;
    throw new ServiceError('SEGMENT_MISSING', message, { details: { files: count } });
  }
  return sizes;
}

/** What the store lists of all files, NaN for one that it does not; a list tells a thousand sizes in one request. */
async function listSizes(
  store: OpenRecording['store'],
  renditions: readonly SourceRendition[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  let folder: string | undefined;
  for (const { segments } of renditions) {
    for (const { key } of segments) {
      sizes.set(key, NaN);
      folder = sharedFolder(folder ?? key, key);
    }
  }
  for await (const { key, size } of store.list(folder ?? '', { signal })) {
    if (sizes.has(key)) sizes.set(key, size);
  }
  return sizes;
}
