import { ServiceError } from '../errors.ts';
import { recordedDuration } from '../recordings/recorded-time.ts';
import type { RecordingPlace } from '../recordings/recording.ts';
import type { StreamTurn } from './channel-history.ts';
import type { Notification } from './notification.ts';

interface OfChannel {
  /** As it was sent: AWS's own documents have ARNs that are none. */
  readonly channelArn: string;
}

export interface StreamFact extends OfChannel {
  readonly kind: 'stream';
  readonly turn: StreamTurn['kind'];
  readonly streamId: string;
  /** What IVS calls it. */
  readonly name: string;
}

export type RecordingFact = OfChannel &
  RecordingPlace &
  (
    | { readonly kind: 'recording-start' }
    | {
        readonly kind: 'recording-end';
        /** 0 when IVS did not say. */
        readonly durationMs: number;
        /** Why IVS could not finish it; `undefined`: it did. */
        readonly failure: string | undefined;
      }
  );

/** What a notification tells us; everything that we do not act on is `none`. */
export type Fact = StreamFact | RecordingFact | { readonly kind: 'none' };

const NONE: Fact = { kind: 'none' };

/** What each change of a stream means for what viewers see. Its session alone begins before there is a picture. */
const TURNS: Readonly<Record<string, StreamTurn['kind']>> = {
  'Stream Start': 'on-air',
  'Stream Takeover': 'on-air',
  'Stream End': 'off-air',
  // The encoder is gone: Stream End follows, or was lost.
  'Session Ended': 'cut-off',
  'Stream Failure': 'cut-off',
};

/** @throws ServiceError `BAD_NOTIFICATION` when a notification that we act on lacks what we need for it */
export function readFact(notification: Notification): Fact {
  if (notification.source !== 'aws.ivs') return NONE;
  switch (notification['detail-type']) {
    case 'IVS Stream State Change':
      return readStreamFact(notification, textOr(notification.detail['event_name'], ''));
    case 'IVS Recording State Change':
      return readRecordingFact(notification, notification.detail['recording_status']);
    default:
      return NONE;
  }
}

function readStreamFact(notification: Notification, name: string): Fact {
  const turn = Object.hasOwn(TURNS, name) ? TURNS[name] : undefined;
  return turn === undefined ? NONE : streamFact(notification, turn, name);
}

function streamFact(notification: Notification, turn: StreamTurn['kind'], name: string): Fact {
  const streamId = textOr(notification.detail['stream_id'], '');
  return { kind: 'stream', turn, name, streamId, channelArn: channelOf(notification) };
}

function readRecordingFact(notification: Notification, status: unknown): Fact {
  const { detail } = notification;
  const place = () => ({
    channelArn: channelOf(notification),
    bucket: requiredText(notification, 'recording_s3_bucket_name'),
    prefix: requiredText(notification, 'recording_s3_key_prefix'),
  });
  switch (status) {
    case 'Recording Start':
      return { kind: 'recording-start', ...place() };
    case 'Recording End': {
      // A text where an input transformer of EventBridge has written the notification anew.
      const durationMs = recordedDuration(Number(detail['recording_duration_ms'])) ?? 0;
      return { kind: 'recording-end', ...place(), durationMs, failure: undefined };
    }
    case 'Recording End Failure': {
      const failure = textOr(detail['recording_status_reason'], 'no reason given');
      return { kind: 'recording-end', ...place(), durationMs: 0, failure };
    }
    case 'Recording Start Failure':
      // There are no files, and so no prefix; but what cannot be recorded is on air.
      return streamFact(notification, 'on-air', status);
    default:
      return NONE;
  }
}

function channelOf({ resources }: Notification): string {
  const [arn] = resources;
  if (!arn) throw new ServiceError('BAD_NOTIFICATION', 'resources: the ARN of the channel is missing.');
  return arn;
}

function requiredText({ detail }: Notification, field: string): string {
  const value = detail[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new ServiceError(
    'BAD_NOTIFICATION',
    `detail.${field}: should be a text that is not empty, not ${JSON.stringify(value)?.slice(0, 100) ?? 'missing'}.`,
  );
}

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
