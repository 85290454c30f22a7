import { ServiceError } from '../../errors.ts';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import { bounded } from '../bounded.ts';
import { sharedFolder } from '../shared-folder.ts';
import type { SourceRendition } from './read-playlists.ts';

/** Bytes of each media file of each rendition, in the order of its segments. */
export type SegmentSizes = ReadonlyMap<SourceRendition, Float64Array>;

/** So many files are named in one error; the count says the rest. */
const NAMED = 5;
/** Lists at once: each holds a page of a thousand names. */
const AT_ONCE = 4;

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
  const listed = await bounded(renditions, AT_ONCE, signal, (rendition, _index, either) =>
    listSizes(store, rendition, either),
  );
  const sizes = new Map<SourceRendition, Float64Array>();
  const bad: string[] = [];
  let count = 0;
  for (const [place, rendition] of renditions.entries()) {
    const known = listed[place] ?? new Float64Array();
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

/** What the store lists of a rendition's files, NaN for one that it does not; a list tells a thousand sizes in one request. */
async function listSizes(
  store: OpenRecording['store'],
  { segments }: SourceRendition,
  signal: AbortSignal,
): Promise<Float64Array> {
  const wanted = new Set<string>();
  let folder: string | undefined;
  for (const { key } of segments) {
    wanted.add(key);
    folder = sharedFolder(folder ?? key, key);
  }
  const found = new Map<string, number>();
  for await (const { key, size } of store.list(folder ?? '', { signal })) {
    if (wanted.has(key)) found.set(key, size);
  }
  return Float64Array.from(segments, ({ key }) => found.get(key) ?? NaN);
}
