import { readArn } from './input.ts';
import type { Operation } from './operation.ts';
import { presentRecordingConfiguration } from './present-recording-configuration.ts';

/** GetRecordingConfiguration. */
export const getRecordingConfiguration: Operation = (input, { account }) => ({
  recordingConfiguration: presentRecordingConfiguration(
    account.recordingConfiguration(readArn(input, 'arn', 'recording-configuration')),
  ),
});
