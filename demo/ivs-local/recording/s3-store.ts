import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { RecordingStore } from './recording-store.ts';

/** Settings of an S3 or of a server that speaks its protocol; what is left out comes from the AWS SDK's own environment. */
export interface S3Settings {
  readonly endpoint?: string;
  readonly region?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
}

/** Recordings in S3 buckets, which must exist. */
export function s3Store({
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
}: S3Settings): RecordingStore & { close(): void } {
  const client = new S3Client({
    ...(region !== undefined && { region }),
    // Servers other than AWS's seldom have a host name for each bucket.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return {
    async put(bucket, key, body, contentType) {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }),
      );
    },
    close: () => client.destroy(),
  };
}
