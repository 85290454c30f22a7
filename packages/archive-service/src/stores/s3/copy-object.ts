import { CopyObjectCommand, HeadObjectCommand, UploadPartCopyCommand } from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';
import { multipartUpload } from './multipart-upload.ts';
import type { S3Target, SendPart } from './multipart-upload.ts';
import { abortedBy } from './request-abort.ts';
import { isTooLargeToCopy } from './s3-errors.ts';

export interface CopyOptions {
  /** Bytes of the source, where the caller knows: spares a request that S3 would refuse. */
  readonly size: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** What is larger is copied in parts. */
  readonly copyMax: number;
  readonly partSize: number;
}

/** Copies inside one S3: the bytes stay there. */
export async function copyObject(
  client: S3Client,
  from: { readonly Bucket: string; readonly Key: string },
  target: S3Target,
  options: CopyOptions,
): Promise<void> {
  const { size, signal, copyMax } = options;
  const CopySource = [from.Bucket, ...from.Key.split('/')].map(encodeURIComponent).join('/');
  const abort = signal ? { abortSignal: signal } : {};
  if (size === undefined || size <= copyMax) {
    // REPLACE, since without it the copy keeps the headers that the recording's objects happen to have.
    const command = new CopyObjectCommand({ ...target, CopySource, MetadataDirective: 'REPLACE' });
    try {
      await abortedBy(signal, (until) => client.send(command, until));
      return;
    } catch (error) {
      if (!isTooLargeToCopy(error)) throw error;
    }
  }
  const { ContentLength = 0, ETag } = await client.send(new HeadObjectCommand(from), abort);
  await multipartUpload(client, target, parts(ContentLength), signal);

  function* parts(length: number): Generator<SendPart> {
    // S3 takes ten thousand parts, and 5 TB in all.
    const step = Math.max(options.partSize, Math.ceil(length / 10_000));
    for (let start = 0; start < length; start += step) {
      const CopySourceRange = `bytes=${String(start)}-${String(Math.min(start + step, length) - 1)}`;
      yield async (address) => {
        // Parts of two versions of the source must not become one object.
        const input = { ...address, CopySource, CopySourceRange, CopySourceIfMatch: ETag };
        const { CopyPartResult } = await client.send(new UploadPartCopyCommand(input), abort);
        return CopyPartResult?.ETag;
      };
    }
  }
}
