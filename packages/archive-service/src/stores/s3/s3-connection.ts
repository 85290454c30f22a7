import { S3Client } from '@aws-sdk/client-s3';

export interface S3Settings {
  /** An S3 of one's own; without it `AWS_ENDPOINT_URL_S3`, else Amazon's. */
  readonly endpoint?: string | undefined;
}

export interface S3Connection {
  readonly client: S3Client;
  /** Names the server: only buckets of one server can be copied between without passing the bytes through here. */
  readonly server: string;
}

/** Region and credentials come from the AWS SDK's own settings. */
export function connectS3(settings: S3Settings = {}): S3Connection {
  const endpoint = settings.endpoint ?? process.env['AWS_ENDPOINT_URL_S3'];
  // Servers that are not Amazon's rarely resolve bucket.host, and do not care which region is named.
  const own = endpoint !== undefined && {
    endpoint,
    forcePathStyle: true,
    region: process.env['AWS_REGION'] ?? 'us-east-1',
  };
  const client = new S3Client({
    ...own,
    // The SDK's default sums need chunked trailers, which many S3-compatible servers refuse.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { client, server: endpoint ?? 'amazonaws.com' };
}
