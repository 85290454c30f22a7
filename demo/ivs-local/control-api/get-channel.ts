import { readArn } from './input.ts';
import type { Operation } from './operation.ts';
import { presentChannel } from './present-channel.ts';

/** GetChannel. */
export const getChannel: Operation = (input, { account }) => ({
  channel: presentChannel(account.channel(readArn(input, 'arn', 'channel'))),
});
