import { readArn } from './input.ts';
import type { Operation } from './operation.ts';

/** StopStream. Answers at once; the recording is finished afterwards, as its notification tells. */
export const stopStream: Operation = (input, { account }) => {
  const session = account.sessionOnAir(readArn(input, 'channelArn', 'channel'));
  void session.stop();
  return {};
};
