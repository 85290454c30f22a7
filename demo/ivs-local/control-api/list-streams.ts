import { isInput, page, readOneOf } from './input.ts';
import type { Operation } from './operation.ts';
import { presentStreamSummary } from './present-stream.ts';

/** ListStreams: what is on air now. */
export const listStreams: Operation = (input, { account }) => {
  const filter = isInput(input['filterBy']) ? input['filterBy'] : {};
  const health = readOneOf(filter, 'health', ['HEALTHY', 'STARVING', 'UNKNOWN']);
  const streams = [...account.sessions].flatMap(([arn, { air }]) =>
    air.sending ? [presentStreamSummary(account.channel(arn), air)] : [],
  );
  const { items, ...rest } = page(
    input,
    streams.filter((stream) => health === undefined || stream.health === health),
  );
  return { streams: items, ...rest };
};
