import type { Channel } from '../channels/channel.ts';
import type { OnAir } from '../channels/on-air.ts';

/** A stream on air as lists show it. Nobody counts its viewers. */
export function presentStreamSummary(channel: Channel, air: OnAir) {
  return {
    channelArn: channel.arn,
    streamId: air.streamId,
    state: 'LIVE',
    health: air.faults.stalledUntil > Date.now() ? 'STARVING' : 'HEALTHY',
    viewerCount: 0,
    startTime: new Date(air.startedAt).toISOString(),
  };
}
