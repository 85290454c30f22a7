import { readNumber, readObject, readOneOf, readOptionalString, readString, readTags } from './input.ts';
import type { Operation } from './operation.ts';
import { presentRecordingConfiguration } from './present-recording-configuration.ts';

/** CreateRecordingConfiguration. Every rendition is recorded, whatever `renditionConfiguration` says. */
export const createRecordingConfiguration: Operation = (input, { account }) => {
  const s3 = readObject(readObject(input, 'destinationConfiguration'), 's3');
  const thumbnails = readObject(input, 'thumbnailConfiguration');
  const disabled = readOneOf(thumbnails, 'recordingMode', ['INTERVAL', 'DISABLED']) === 'DISABLED';
  const interval = readNumber(thumbnails, 'targetIntervalSeconds', { min: 1, max: 60, or: 60 });
  const configuration = account.createRecordingConfiguration({
    name: readOptionalString(input, 'name') ?? '',
    bucketName: readString(s3, 'bucketName'),
    recordingReconnectWindowSeconds: readNumber(input, 'recordingReconnectWindowSeconds', {
      min: 0,
      max: 300,
      or: 0,
    }),
    thumbnailIntervalSeconds: disabled ? undefined : interval,
    tags: readTags(input),
  });
  return { recordingConfiguration: presentRecordingConfiguration(configuration) };
};
