import type { RecordingRow } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { openRecording } from './open-recording.ts';

/** It may be about one recording, or about all that lie beside it; and may be over tomorrow, without anybody having told. */
const REFUSALS: readonly ErrorCode[] = ['STORE_BUCKET_MISSING', 'STORE_DENIED'];

export function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError && REFUSALS.includes(error.code);
}

/**
 * Whether a recording's bucket refuses to let it be read, by its own words, which are small. Whatever else is wrong with it is no refusal.
 * @throws what says nothing of the recording, such as a store that is away
 */
export async function isRefused(
  openRecordings: (bucket: string) => ObjectStore,
  { bucket, prefix }: Pick<RecordingRow, 'bucket' | 'prefix'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await openRecording(openRecordings(bucket), prefix, signal, { evenIfUnannounced: true });
    return false;
  } catch (error) {
    if (isRefusal(error)) return true;
    if (error instanceof ServiceError && error.code.startsWith('RECORDING_')) return false;
    throw error;
  }
}
