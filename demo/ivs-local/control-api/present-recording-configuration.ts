import type { RecordingConfiguration } from '../channels/channel.ts';

/** A recording configuration as the API shows it. */
export function presentRecordingConfiguration(configuration: RecordingConfiguration) {
  const { arn, name, bucketName, recordingReconnectWindowSeconds, thumbnailIntervalSeconds, tags } =
    configuration;
  return {
    arn,
    name,
    destinationConfiguration: { s3: { bucketName } },
    state: 'ACTIVE',
    recordingReconnectWindowSeconds,
    thumbnailConfiguration:
      thumbnailIntervalSeconds === undefined
        ? { recordingMode: 'DISABLED' }
        : {
            recordingMode: 'INTERVAL',
            targetIntervalSeconds: thumbnailIntervalSeconds,
            storage: ['SEQUENTIAL', 'LATEST'],
          },
    renditionConfiguration: { renditionSelection: 'ALL', renditions: [] },
    tags,
  };
}
