import { ServiceError } from '../../errors.ts';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import type { SourceRendition } from './read-playlists.ts';

/** Bytes of each media file, by key. */
export type SegmentSizes = ReadonlyMap<string, number>;

/** So many files are named in one error; the count says the rest. */
const NAMED = 5;

/**
 * Checks that the recording is complete before anything is made of it: every playlist ended, every file of every rendition there and not empty.
 * @throws ServiceError RECORDING_UNFINISHED (IVS may still be writing: try again), SEGMENT_MISSING
 */
export async function verifyMedia(
  { store, prefix }: OpenRecording,
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
  const wanted = new Set(renditions.flatMap(({ segments }) => [...segments].map(({ key }) => key)));
  const sizes = new Map<string, number>();
  // A list tells a thousand sizes in one request.
  for await (const { key, size } of store.list(`${prefix}/`, { signal })) {
    if (wanted.has(key)) sizes.set(key, size);
  }
  const bad = [...wanted].filter((key) => !sizes.get(key));
  if (bad.length > 0) {
    const names = bad.slice(0, NAMED).map((key) => `${key} (${sizes.has(key) ? 'empty' : 'missing'})`);
    const more = bad.length > NAMED ? ` and ${String(bad.length - NAMED)} more` : '';
    throw new ServiceError(
      'SEGMENT_MISSING',
      `media files are missing or empty: ${names.join(', ')}${more}`,
      {
        details: { files: bad.length },
      },
    );
  }
  return sizes;
}
