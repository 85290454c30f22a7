import type { SessionFaults } from './channels/channel-session.ts';
import type { NotificationTarget } from './notifications/post-notification.ts';
import type { RetryPolicy } from './notifications/retry-rules.ts';
import type { S3Settings } from './recording/s3-store.ts';
import type { ClipSource } from './stream/clip.ts';

export interface IvsLocalOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** What every channel sends. */
  readonly clip: ClipSource;
  /** Where recordings go: a `file:` URL of a folder (one folder for each bucket inside), or S3. Unset: nothing is recorded. */
  readonly recordings?: string | S3Settings;
  /** Where notifications are sent. Unset: they are only logged. */
  readonly notifications?: NotificationTarget;
  /** Changes to EventBridge's retry policy, such as shorter waits in tests. */
  readonly retries?: Partial<RetryPolicy>;
  /** Default 123456789012. */
  readonly accountId?: string;
  /** Default eu-central-1. */
  readonly region?: string;
  /** Segments in the live playlist; default 12. */
  readonly windowSegments?: number;
  /** Closes the server when it aborts. */
  readonly signal?: AbortSignal;
}

export interface ChannelOptions {
  /** Bucket of the recordings; `null`: the channel is not recorded. Default `ivs-local-recordings`. */
  readonly bucket?: string | null;
  /** How long a broken stream may be away and still go on in the same recording. Default 60. */
  readonly recordingReconnectWindowSeconds?: number;
  /** Default 10. */
  readonly thumbnailIntervalSeconds?: number;
}

export interface GoLiveOptions {
  /** Picture of the clip to begin with; moved back to the keyframe before it. Default 0. */
  readonly fromFrame?: number;
  /** Seconds of stream that are there at once, as if it had been on air that long already. Default 0. */
  readonly prerollSeconds?: number;
  /** Added to the clip's timestamps until it starts over, in 90 kHz ticks. Default 0. */
  readonly timestampOffset?: number;
  /** Mishaps from the first moment on. */
  readonly faults?: SessionFaults;
}
