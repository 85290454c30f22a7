import { openRecording } from '../recordings/open-recording.ts';
import type { RecordingPlace } from '../recordings/recording.ts';
import type { ObjectStore } from '../stores/object-store.ts';

/**
 * When a recording says that it began. `undefined` when it does not say, or cannot be read now: whoever asks has an
 * estimate, and publishing will tell what is wrong.
 */
export async function recordingStart(
  openBucket: (name: string) => ObjectStore,
  { bucket, prefix }: RecordingPlace,
  signal: AbortSignal,
): Promise<Date | undefined> {
  try {
    const { ended } = await openRecording(openBucket(bucket), prefix, signal);
    const start = new Date(ended.recording_started_at ?? Number.NaN);
    return Number.isNaN(start.getTime()) ? undefined : start;
  } catch {
    return undefined;
  }
}
