import { page, readOptionalString } from './input.ts';
import type { Operation } from './operation.ts';
import { presentChannelSummary } from './present-channel.ts';

/** ListChannels, by name or by recording configuration if the request says so. */
export const listChannels: Operation = (input, { account }) => {
  const name = readOptionalString(input, 'filterByName');
  const recording = readOptionalString(input, 'filterByRecordingConfigurationArn');
  const found = [...account.channels.values()].filter(
    (channel) =>
      (name === undefined || channel.name === name) &&
      (recording === undefined || channel.recordingConfigurationArn === recording),
  );
  const { items, ...rest } = page(input, found);
  return { channels: items.map(presentChannelSummary), ...rest };
};
