import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
} from '@aws-sdk/client-s3';
import type { CompletedPart, S3Client } from '@aws-sdk/client-s3';

/** Where an object is put, and with which headers. */
export interface S3Target {
  readonly Bucket: string;
  readonly Key: string;
  readonly ContentType: string;
  readonly CacheControl: string;
}

/** Names one part of one upload, for the request that fills it. */
export interface PartAddress {
  readonly Bucket: string;
  readonly Key: string;
  readonly UploadId: string;
  readonly PartNumber: number;
}

/** Sends one part, and resolves with the tag that S3 gives to it. */
export type SendPart = (address: PartAddress) => Promise<string | undefined>;

/** What remains of an upload that failed costs money until it is aborted; whoever stops us waits no longer than this. */
const ABORT_WITHIN_MS = 10_000;

/**
 * Puts an object together from parts, one after the other; it is visible as a whole or not at all. What a killed process leaves behind is
 * invisible, and removed by the bucket's lifecycle rule.
 */
export async function multipartUpload(
  client: S3Client,
  target: S3Target,
  parts: AsyncIterable<SendPart> | Iterable<SendPart>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const options = signal ? { abortSignal: signal } : {};
  const { Bucket, Key } = target;
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(target), options);
  if (UploadId === undefined) throw new TypeError('S3 began an upload without a name for it');
  try {
    const sent: CompletedPart[] = [];
    for await (const send of parts) {
      const PartNumber = sent.length + 1;
      sent.push({ PartNumber, ETag: await send({ Bucket, Key, UploadId, PartNumber }) });
    }
    const complete = { Bucket, Key, UploadId, MultipartUpload: { Parts: sent } };
    await client.send(new CompleteMultipartUploadCommand(complete), options);
  } catch (error) {
    await client
      .send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }), {
        abortSignal: AbortSignal.timeout(ABORT_WITHIN_MS),
      })
      .catch(() => undefined);
    throw error;
  }
}
