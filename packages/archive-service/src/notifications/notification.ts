import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ServiceError } from '../errors.ts';

/**
 * EventBridge's envelope. Only what every event has is required: what we do not act on may have any detail, and
 * account-wide events have no resources.
 */
export const NOTIFICATION = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 200 }),
    'detail-type': Type.String({ minLength: 1, maxLength: 200 }),
    source: Type.String({ minLength: 1 }),
    time: Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
    }),
    resources: Type.Array(Type.String()),
    detail: Type.Record(Type.String(), Type.Unknown()),
  },
  { description: 'A notification in the envelope of Amazon EventBridge.' },
);

export type Notification = Static<typeof NOTIFICATION>;

/** What a notification tells us; everything that we do not act on is `none`. */
export type Fact =
  | { readonly kind: 'stream-start' | 'stream-end'; readonly channelArn: string }
  | {
      readonly kind: 'recording-start' | 'recording-end';
      readonly channelArn: string;
      readonly bucket: string;
      readonly prefix: string;
      /** 0 when IVS did not say. */
      readonly durationMs: number;
    }
  | {
      readonly kind: 'recording-end-failure';
      readonly channelArn: string;
      readonly bucket: string;
      readonly prefix: string;
      readonly reason: string;
    }
  | { readonly kind: 'none' };

/** @throws ServiceError `BAD_NOTIFICATION`, naming the field that is wrong */
export function readNotification(value: unknown): Notification {
  if (Value.Check(NOTIFICATION, value)) {
    if (!Number.isNaN(Date.parse(value.time))) return value;
    throw new ServiceError('BAD_NOTIFICATION', `time: ${JSON.stringify(value.time)} is no point in time.`);
  }
  const [first] = Value.Errors(NOTIFICATION, value);
  const field = first?.instancePath.slice(1).replaceAll('/', '.') || 'notification';
  throw new ServiceError('BAD_NOTIFICATION', `${field}: ${first?.message ?? 'is not valid'}.`);
}

/** @throws ServiceError `BAD_NOTIFICATION` when a notification that we act on lacks what we need for it */
export function readFact(notification: Notification): Fact {
  if (notification.source !== 'aws.ivs') return { kind: 'none' };
  switch (notification['detail-type']) {
    case 'IVS Stream State Change':
      return readStreamFact(notification);
    case 'IVS Recording State Change':
      return readRecordingFact(notification);
    default:
      return { kind: 'none' };
  }
}

function readStreamFact(notification: Notification): Fact {
  switch (notification.detail['event_name']) {
    case 'Stream Start':
      return { kind: 'stream-start', channelArn: channelOf(notification) };
    case 'Stream End':
      return { kind: 'stream-end', channelArn: channelOf(notification) };
    default:
      return { kind: 'none' };
  }
}

function readRecordingFact(notification: Notification): Fact {
  const { detail } = notification;
  const place = () => ({
    channelArn: channelOf(notification),
    bucket: textOf(notification, 'recording_s3_bucket_name'),
    prefix: textOf(notification, 'recording_s3_key_prefix'),
  });
  switch (detail['recording_status']) {
    case 'Recording Start':
      return { kind: 'recording-start', ...place(), durationMs: 0 };
    case 'Recording End': {
      const durationMs = detail['recording_duration_ms'];
      return {
        kind: 'recording-end',
        ...place(),
        durationMs: typeof durationMs === 'number' && durationMs > 0 ? durationMs : 0,
      };
    }
    case 'Recording End Failure': {
      const reason = detail['recording_status_reason'];
      return { kind: 'recording-end-failure', ...place(), reason: typeof reason === 'string' ? reason : '' };
    }
    default:
      // A start that failed left no files, and so nothing to publish.
      return { kind: 'none' };
  }
}

function channelOf({ resources }: Notification): string {
  const [arn] = resources;
  if (!arn) throw new ServiceError('BAD_NOTIFICATION', 'resources: the ARN of the channel is missing.');
  return arn;
}

function textOf({ detail }: Notification, field: string): string {
  const value = detail[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new ServiceError(
    'BAD_NOTIFICATION',
    `detail.${field}: should be a text that is not empty, not ${JSON.stringify(value) ?? 'missing'}.`,
  );
}
