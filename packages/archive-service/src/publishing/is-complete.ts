import type { RecordingRow } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import { openRecording } from '../recordings/open-recording.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { readPlaylists } from './steps/read-playlists.ts';
import { verifyMedia } from './steps/verify-media.ts';

/**
 * Whether all files of a recording are there, by its playlists and what its bucket lists; none of its media is read.
 * @throws what says nothing of the recording, such as a store that is away
 */
export async function isComplete(
  openRecordings: (bucket: string) => ObjectStore,
  { bucket, prefix }: Pick<RecordingRow, 'bucket' | 'prefix'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const open = await openRecording(openRecordings(bucket), prefix, signal, { evenIfUnannounced: true });
    await verifyMedia(open, await readPlaylists(open, signal), signal);
    return true;
  } catch (error) {
    if (error instanceof ServiceError && INCOMPLETE.test(error.code)) return false;
    throw error;
  }
}

/** A bucket that refuses to be read shows none of its files. */
const INCOMPLETE = /^(RECORDING_|SEGMENT_|MEDIA_|STORE_KEY_INVALID$|STORE_DENIED$|STORE_BUCKET_MISSING$)/;
