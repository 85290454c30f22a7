import { ServiceError } from '../errors.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import type { RecordingPlace } from './recording.ts';
import { recordedDuration, recordedTime } from './recorded-time.ts';
import { openRecording, type OpenRecordingOptions } from './open-recording.ts';

/** What a recording's own files say of it; `undefined` where they do not. */
export interface RecordingFacts {
  readonly channelArn: string | undefined;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly durationMs: number | undefined;
  /** Why IVS could not finish it, in IVS's own word. */
  readonly failure: string | undefined;
}

/**
 * Reads what a recording that has ended says of itself.
 * @returns `undefined` where there is no word of its end, or none that may be read: publishing will tell what is wrong
 * @throws what the store throws when it cannot be read now
 */
export async function readRecordingFacts(
  openBucket: (name: string) => ObjectStore,
  { bucket, prefix }: RecordingPlace,
  signal: AbortSignal,
  options: OpenRecordingOptions = {},
): Promise<RecordingFacts | undefined> {
  try {
    const { ended } = await openRecording(openBucket(bucket), prefix, signal, options);
    const { duration_ms: durationMs } = ended.media.hls;
    const isFailed = ended.recording_status === 'RECORDING_ENDED_WITH_FAILURE';
    return {
      channelArn: ended.channel_arn,
      startedAt: recordedTime(ended.recording_started_at),
      endedAt: recordedTime(ended.recording_ended_at),
      durationMs: recordedDuration(durationMs ?? 0),
      failure: isFailed ? (ended.recording_status_message ?? 'no reason given') : undefined,
    };
  } catch (error) {
    if (saysNothing(error)) return undefined;
    throw error;
  }
}

/** Whether a recording cannot be read for a reason that does not go away by itself: it is not there, not what IVS writes, or refused. */
export const saysNothing = (error: unknown): error is ServiceError =>
  error instanceof ServiceError && SAYS_NOTHING.has(error.code);

const SAYS_NOTHING = new Set<string>([
  'RECORDING_MISSING',
  'RECORDING_INVALID',
  'RECORDING_UNFINISHED',
  'STORE_KEY_INVALID',
  // Refused, not away: until an operator has mended that, the recording has to be known, so that it can be told why it is not published.
  'STORE_DENIED',
  'STORE_BUCKET_MISSING',
]);
