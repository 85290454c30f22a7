import type { Product } from '@vitrine/product-cues';
import { CHANNEL } from './test-service.ts';

export function product(id: string): Product {
  return {
    id,
    sku: `sku-${id}`,
    title: `The ${id}`,
    url: `https://shop.example/${id}`,
    images: [],
    price: { amount: 1900, currency: 'EUR' },
    availability: 'in_stock',
  };
}

let count = 0;

/** Notifications as Amazon IVS sends them, each with an id of its own. */
export function streamNotification(event: 'Stream Start' | 'Stream End', time: string, channel = CHANNEL) {
  return envelope('IVS Stream State Change', time, channel, {
    event_name: event,
    channel_name: '',
    stream_id: 'st-1',
  });
}

export function recordingNotification(
  status: 'Recording Start' | 'Recording End' | 'Recording End Failure',
  time: string,
  { prefix = 'ivs/v1/1/AbCdef1G2hij/2026/3/5/8/7/rec', durationMs = 0, channel = CHANNEL } = {},
) {
  return envelope('IVS Recording State Change', time, channel, {
    recording_status: status,
    recording_status_reason: status === 'Recording End Failure' ? 'InternalServerException' : '',
    recording_s3_bucket_name: 'recordings-of-tests',
    recording_s3_key_prefix: prefix,
    recording_duration_ms: durationMs,
    recording_session_id: 'unlike-the-prefix',
  });
}

export function envelope(detailType: string, time: string, channel: string, detail: object) {
  return {
    version: '0',
    id: `notification-${(count += 1)}`,
    'detail-type': detailType,
    source: 'aws.ivs',
    account: '123456789012',
    time,
    region: 'eu-central-1',
    resources: [channel],
    detail,
  };
}
