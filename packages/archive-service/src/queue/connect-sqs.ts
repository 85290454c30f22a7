import { SQSClient } from '@aws-sdk/client-sqs';

/** A client for one queue: its URL names the region, which need not be that of everything else. */
export function connectSqs(queueUrl: string): SQSClient {
  const { origin, hostname } = new URL(queueUrl);
  const region = /^sqs\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/.exec(hostname)?.[1];
  if (region !== undefined) return new SQSClient({ region });
  // One that is not Amazon's, where it does not matter which region is named.
  return new SQSClient({
    endpoint: process.env['AWS_ENDPOINT_URL_SQS'] ?? origin,
    region: process.env['AWS_REGION'] ?? 'us-east-1',
  });
}
