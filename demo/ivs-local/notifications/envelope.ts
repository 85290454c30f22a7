import { randomUUID } from 'node:crypto';
import type { Channel } from '../channels/channel.ts';
import { seconds } from '../recording/recording-json.ts';

/** What EventBridge sends to its targets. */
export interface Notification {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': 'IVS Stream State Change' | 'IVS Recording State Change';
  readonly source: 'aws.ivs';
  readonly account: string;
  /** To the second. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export type StreamState = 'Session Created' | 'Stream Start' | 'Session Ended' | 'Stream End';

export interface RecordingState {
  readonly status: 'Recording Start' | 'Recording End' | 'Recording End Failure';
  /** Empty unless it failed. */
  readonly reason: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly durationMs: number;
  readonly sessionId: string;
  /** Every stream in the recording, the earliest first. */
  readonly streamIds: readonly string[];
}

export function streamNotification(
  channel: Channel,
  streamId: string,
  state: StreamState,
  at: number,
): Notification {
  const detail = { event_name: state, channel_name: channel.name, stream_id: streamId };
  return envelope(channel, 'IVS Stream State Change', detail, at);
}

export function recordingNotification(channel: Channel, state: RecordingState, at: number): Notification {
  const ended = state.status === 'Recording End';
  return envelope(
    channel,
    'IVS Recording State Change',
    {
      channel_name: channel.name,
      stream_id: state.streamIds.at(-1) ?? '',
      recording_status: state.status,
      recording_status_reason: state.reason,
      recording_s3_bucket_name: state.bucket,
      recording_s3_key_prefix: state.prefix,
      // Whole seconds: the exact duration is in recording-ended.json alone.
      recording_duration_ms: ended ? Math.round(state.durationMs / 1000) * 1000 : 0,
      recording_session_id: state.sessionId,
      ...(ended && { recording_session_stream_ids: state.streamIds }),
    },
    at,
  );
}

function envelope(
  channel: Channel,
  type: Notification['detail-type'],
  detail: Readonly<Record<string, unknown>>,
  at: number,
): Notification {
  const [, , , region = '', account = ''] = channel.arn.split(':');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': type,
    source: 'aws.ivs',
    account,
    time: seconds(at),
    region,
    resources: [channel.arn],
    detail,
  };
}
