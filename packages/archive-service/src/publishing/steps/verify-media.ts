import { ServiceError } from '../../errors.ts';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import { filesThere } from '../files-there.ts';
import type { FilesThere } from '../files-there.ts';
import { sharedFolder } from '../shared-folder.ts';
import type { SourceRendition } from './read-playlists.ts';

/** Bytes of each media file of each rendition, in the order of its segments. */
export type SegmentSizes = ReadonlyMap<SourceRendition, Float64Array>;

/** What a folder of the recording, which ends in a slash, holds with all that lies below it. */
export interface ListedFolder {
  readonly folder: string;
  readonly files: FilesThere;
}

/** So many files are named in one error; the count says the rest. */
const NAMED = 5;

/**
 * Checks that the recording is complete before anything is made of it: every playlist ended, every file of every rendition there and not empty.
 * @param listed - folders in which the files most likely lie; what lies elsewhere is listed here
 * @throws ServiceError RECORDING_UNFINISHED (IVS may still be writing: try again), SEGMENT_MISSING
 */
export async function verifyMedia(
  { store }: Pick<OpenRecording, 'store'>,
  renditions: readonly SourceRendition[],
  signal: AbortSignal,
  listed: readonly ListedFolder[] = [],
): Promise<SegmentSizes> {
  for (const { playlistKey, ended, segments } of renditions) {
    if (segments.length === 0)
      throw new ServiceError('SEGMENT_MISSING', `${playlistKey} lists no media file`);
    if (!ended) {
      const message = `${playlistKey} has no EXT-X-ENDLIST: IVS is still writing the recording, or broke off`;
      throw new ServiceError('RECORDING_UNFINISHED', message);
    }
  }
  const sizeOf = await knownSizes(store, renditions, signal, listed);
  const sizes = new Map<SourceRendition, Float64Array>();
  const bad: string[] = [];
  let count = 0;
  for (const rendition of renditions) {
    const known = Float64Array.from(rendition.segments, ({ key }) => sizeOf(key) ?? NaN);
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

/** What the store lists where the files lie; a list tells a thousand sizes in one request. */
async function knownSizes(
  store: OpenRecording['store'],
  renditions: readonly SourceRendition[],
  signal: AbortSignal,
  listed: readonly ListedFolder[],
): Promise<(key: string) => number | undefined> {
  const listedWith = (key: string): ListedFolder | undefined =>
    listed.find(({ folder }) => key.startsWith(folder));
  /** That all others share. */
  let folder = '';
  for (const { segments } of renditions)
    for (const { key } of segments)
      if (!listedWith(key)) folder = sharedFolder(folder === '' ? key : folder, key);
  const others = folder === '' ? undefined : await filesThere(store, folder, signal);
  return (key) => (listedWith(key)?.files ?? others)?.get(key);
}
