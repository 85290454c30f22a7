import { S3Client } from '@aws-sdk/client-s3';

export interface S3Settings {
  /** An S3 of one's own; without it `AWS_ENDPOINT_URL_S3`, else Amazon's. */
  readonly endpoint?: string | undefined;
  /** Milliseconds without a byte in either direction after which a request, or the reading of an answer, is given up. */
  readonly idleMs?: number | undefined;
  /** How often a request is sent, the first time included. */
  readonly attempts?: number | undefined;
}

export interface S3Connection {
  readonly client: S3Client;
  /** Names the server: only buckets of one server can be copied between without passing the bytes through here. */
  readonly server: string;
  /** Lets go of its sockets. */
  close(): void;
}

/**
 * The SDK's own default is to wait for ever, so that one lost connection would hold up a publication for good. S3 answers within seconds, and
 * sends blanks while it copies something large.
 */
const CONNECT_MS = 5_000;
const IDLE_MS = 60_000;

/** The SDK's three are over within half a second: too little for S3's "slow down" while thousands of files are copied. */
const ATTEMPTS = 6;

/** Region and credentials come from the AWS SDK's own settings. One for a process: a client has its own sockets and credentials. */
export function connectS3({
  endpoint = process.env['AWS_ENDPOINT_URL_S3'],
  idleMs = IDLE_MS,
  attempts = ATTEMPTS,
}: S3Settings = {}): S3Connection {
  // Servers that are not Amazon's rarely resolve bucket.host, and do not care which region is named.
  const own = endpoint !== undefined && {
    endpoint,
    forcePathStyle: true,
    region: process.env['AWS_REGION'] ?? 'us-east-1',
  };
  const client = new S3Client({
    ...own,
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: idleMs },
    // IVS records in the channel's region, which need not be ours.
    followRegionRedirects: true,
    // The SDK's default sums need chunked trailers, which many S3-compatible servers refuse.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const close = (): void => {
    client.destroy();
  };
  return { client, server: endpoint ?? 'amazonaws.com', close };
}
