import type { RecordingRow } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { openRecording } from './open-recording.ts';
import type { OpenRecording } from './open-recording.ts';
import { resolveKey } from './resolve-key.ts';

/** It may be about one recording, or about all that lie beside it; and may be over tomorrow, without anybody having told. */
const REFUSALS: readonly ErrorCode[] = ['STORE_BUCKET_MISSING', 'STORE_DENIED'];

export function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError && REFUSALS.includes(error.code);
}

/**
 * Whether a recording's bucket refuses to let it be read: its own words, which are small, the list of a folder, or a byte of its media.
 * Whatever else is wrong with it is no refusal.
 * @throws what says nothing of the recording, such as a store that is away
 */
export async function isRefused(
  openRecordings: (bucket: string) => ObjectStore,
  { bucket, prefix }: Pick<RecordingRow, 'bucket' | 'prefix'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const options = { evenIfUnannounced: true };
    await readOneByte(await openRecording(openRecordings(bucket), prefix, signal, options), signal);
    return false;
  } catch (error) {
    if (isRefusal(error)) return true;
    if (error instanceof ServiceError && error.code.startsWith('RECORDING_')) return false;
    throw error;
  }
}

/** A policy may let JSON be read and not the media, or not let folders be listed; of all media files one is like another. */
async function readOneByte({ store, prefix, ended }: OpenRecording, signal: AbortSignal): Promise<void> {
  const { path, renditions } = ended.media.hls;
  const file = resolveKey(`${prefix}/x`, `${path}/${renditions[0]?.path ?? ''}/x`, prefix);
  for await (const { key, size } of store.list(file.slice(0, -1), { signal })) {
    if (size === 0 || key.endsWith('.m3u8')) continue;
    const object = await store.read(key, { range: { start: 0, end: 0 }, signal });
    object?.body.destroy();
    return;
  }
}
