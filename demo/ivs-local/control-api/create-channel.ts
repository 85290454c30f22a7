import { readArn, readOneOf, readOptionalString, readTags } from './input.ts';
import { IvsError } from './ivs-errors.ts';
import type { Operation } from './operation.ts';
import { presentChannel } from './present-channel.ts';

const NAME = /^[a-zA-Z0-9-_]{0,128}$/;

/** CreateChannel. The stream key that it answers fits nothing: streams are started by local control. */
export const createChannel: Operation = (input, { account }) => {
  const name = readOptionalString(input, 'name') ?? '';
  if (!NAME.test(name)) {
    throw new IvsError(
      'ValidationException',
      'name may have up to 128 letters, digits, hyphens and underscores',
    );
  }
  const recording = readOptionalString(input, 'recordingConfigurationArn') ?? '';
  const latencyMode = readOneOf(input, 'latencyMode', ['LOW', 'NORMAL']);
  const type = readOneOf(input, 'type', ['STANDARD', 'BASIC', 'ADVANCED_SD', 'ADVANCED_HD']);
  const channel = account.createChannel({
    name,
    ...(latencyMode && { latencyMode }),
    ...(type && { type }),
    ...(recording !== '' && {
      recordingConfigurationArn: readArn(input, 'recordingConfigurationArn', 'recording-configuration'),
    }),
    tags: readTags(input),
  });
  const streamKey = {
    arn: channel.arn.replace(':channel/', ':stream-key/'),
    channelArn: channel.arn,
    value: `sk_${account.region}_${channel.id}`,
    tags: {},
  };
  return { channel: presentChannel(channel), streamKey };
};
