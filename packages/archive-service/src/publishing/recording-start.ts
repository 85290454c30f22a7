import { json } from 'node:stream/consumers';
import type { RecordingPlace } from '../recordings/recording.ts';
import { openRecordings } from './recordings-store.ts';

/**
 * When a recording says that it began. `undefined` when it does not say, or cannot be read now: whoever asks has an
 * estimate, and publishing will tell what is wrong.
 */
export async function recordingStart(
  recordingsUrl: string | undefined,
  { bucket, prefix }: RecordingPlace,
  signal: AbortSignal,
): Promise<Date | undefined> {
  try {
    const store = openRecordings(recordingsUrl, bucket);
    const file = await store.read(`${prefix}/events/recording-ended.json`, { signal });
    if (!file) return undefined;
    const said: unknown = await json(file.body);
    if (typeof said !== 'object' || said === null || !('recording_started_at' in said)) return undefined;
    const start = new Date(String(said.recording_started_at));
    return Number.isNaN(start.getTime()) ? undefined : start;
  } catch {
    return undefined;
  }
}
