/** Notifications as Amazon's documents print them, and one that was captured (identifiers replaced). */

type Json = Readonly<Record<string, unknown>>;

const CHANNEL = 'arn:aws:ivs:us-west-2:123456789012:channel/AbCdef1G2hij';

function envelope(detailType: string, resources: readonly string[], detail: Json, more: Json = {}): Json {
  return {
    version: '0',
    id: '12345678-1a23-4567-a1bc-1a2b34567890',
    'detail-type': detailType,
    source: 'aws.ivs',
    account: '123456789012',
    time: '2020-06-24T07:51:32Z',
    region: 'us-west-2',
    resources,
    detail,
    ...more,
  };
}

function recording(status: string, detail: Json, resource = CHANNEL): Json {
  return envelope('IVS Recording State Change', [resource], {
    channel_name: 'Your Channel',
    stream_id: 'st-1A2b3c4D5e6F78ghij9Klmn',
    recording_status: status,
    recording_status_reason: '',
    recording_s3_bucket_name: 'r2s3-dev-channel-1-recordings',
    recording_s3_key_prefix: 'ivs/v1/123456789012/AbCdef1G2hij/2020/6/23/20/12/j8Z9O91ndcVs',
    recording_duration_ms: 0,
    recording_session_id: 'a6RfV23ES97iyfoQ',
    ...detail,
  });
}

function stream(name: string, detail: Json = {}): Json {
  return envelope('IVS Stream State Change', [CHANNEL], {
    event_name: name,
    channel_name: 'Your Channel',
    stream_id: 'st-1A2b3c4D5e6F78ghij9Klmn',
    ...detail,
  });
}

export const RECORDINGS: Readonly<Record<string, Json>> = {
  start: recording('Recording Start', {}),
  end: recording('Recording End', {
    recording_duration_ms: 99370264,
    recording_session_stream_ids: ['st-254sopYUvi6F78ghpO9vn0A', 'st-1A2b3c4D5e6F78ghij9Klmn'],
  }),
  'start failure': recording('Recording Start Failure', {
    recording_status_reason: 'ValidationException',
    recording_s3_key_prefix: '',
  }),
  // Its ARN is as malformed as in the document.
  'end failure': recording(
    'Recording End Failure',
    { recording_status_reason: 'InternalServerException' },
    'arn:aws:ivs:us-west-2:123456a7-ab1c-2d34-e5f6-1a2b3c4d5678',
  ),
  captured: envelope(
    'IVS Recording State Change',
    ['arn:aws:ivs:eu-west-1:111122223333:channel/AbCdEfGhIjKl'],
    {
      recording_status: 'Recording End',
      recording_status_reason: '',
      recording_s3_bucket_name: 'example-bucket',
      recording_s3_key_prefix: 'ivs/v1/111122223333/AbCdEfGhIjKl/2023/12/13/21/46/y9KbtxapPKU3',
      recording_duration_ms: 70000,
      channel_name: 'beffa1c9-62b7-4354-84f5-06612e2f83e8',
      stream_id: 'st-1BFfRucA3M934F2XJV2QjKO',
      recording_session_id: 'uxa0OrtRP8Rs',
      recording_session_stream_ids: ['st-1BFfRucA3M934F2XJV2QjKO'],
    },
    { account: '111122223333', region: 'eu-west-1', time: '2023-12-13T21:47:24Z' },
  ),
  // A name of a channel is its owner's to choose.
  'hostile name': recording('Recording End', { channel_name: '"},{"name":"ADMIN_KEY","value":"\\' }),
};

export const STREAMS: Readonly<Record<string, Json>> = {
  'session created': stream('Session Created'),
  start: stream('Stream Start'),
  end: stream('Stream End'),
  'session ended': stream('Session Ended', { code: 'MultitrackInputNotAllowed' }),
  failure: stream('Stream Failure', { reason: 'Transcode capacity exceeded. Please try again.' }),
  takeover: stream('Stream Takeover'),
  'takeover failure': stream('Stream Takeover Failure', { code: 'StreamTakeoverMediaMismatch' }),
};

const STAGE = 'arn:aws:ivs:us-west-2:123456789012:stage/AbCdef1G2hij';

/** What comes from `aws.ivs`, or looks like it, and is not for us. */
export const OTHERS: Readonly<Record<string, Json>> = {
  health: envelope('IVS Stream Health Change', [CHANNEL], { event_name: 'Starvation Start' }),
  'limit breach': envelope('IVS Limit Breach', [], {
    limit_name: 'Concurrent Viewers',
    limit_value: 10,
    exceeded_by: 11,
    limit_unit: 'viewers',
  }),
  'stage update': envelope('IVS Stage Update', [STAGE], { event_name: 'Participant Joined' }),
  'participant recording': envelope('IVS Participant Recording State Change', [STAGE], {
    session_id: 'st-ZyXwvu1T2s',
    event_name: 'Recording End',
    participant_id: 'xYz1c2d3e4f',
    recording_s3_bucket_name: 'bucket-name',
    recording_s3_key_prefix: '<stage_id>/<session_id>/<participant_id>/2024-01-01T12-00-55Z',
    recording_duration_ms: 547327,
  }),
  'publisher recording': envelope('IVS Publisher Recording State Change', [STAGE], {
    event_name: 'Recording End',
  }),
  composition: envelope(
    'IVS Composition State Change',
    ['arn:aws:ivs:us-west-2:123456789012:composition/x'],
    {
      event_name: 'Session End',
      stage_arn: STAGE,
    },
  ),
  CloudTrail: envelope('AWS API Call via CloudTrail', [], {
    eventSource: 'ivs.amazonaws.com',
    eventName: 'PutMetadata',
    requestParameters: { channelArn: CHANNEL },
  }),
  'somebody else': envelope(
    'IVS Recording State Change',
    [CHANNEL],
    { recording_status: 'Recording End' },
    { source: 'shop.example' },
  ),
};
