import { readArn } from './input.ts';
import type { Operation } from './operation.ts';
import { presentStreamSummary } from './present-stream.ts';

/** GetStream. ChannelNotBroadcasting when the channel is off air. */
export const getStream: Operation = (input, { account }) => {
  const channel = account.channel(readArn(input, 'channelArn', 'channel'));
  const { air } = account.sessionOnAir(channel.arn);
  return { stream: { ...presentStreamSummary(channel, air), playbackUrl: channel.playbackUrl } };
};
