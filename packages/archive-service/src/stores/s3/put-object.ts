import { PutObjectCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { exactSize } from '../exact-size.ts';
import { chunksOf } from './chunks-of.ts';
import { multipartUpload } from './multipart-upload.ts';
import type { S3Target, SendPart } from './multipart-upload.ts';

/** S3 takes as many parts of one object, and no more. */
const PARTS_MAX = 10_000;

export interface PutOptions {
  /** Bytes of a stream, where they are known. */
  readonly size: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Bytes that are held in memory. */
  readonly partSize: number;
}

/**
 * Sends an object. A stream goes part by part through memory: a request whose body is in memory can be sent again, and a stream that breaks has
 * shown nothing, on any server.
 */
export async function putObject(
  client: S3Client,
  target: S3Target,
  body: string | Uint8Array | Readable,
  { size, signal, partSize }: PutOptions,
): Promise<void> {
  const abort = signal ? { abortSignal: signal } : {};
  const putWhole = async (Body: string | Uint8Array): Promise<void> => {
    const ContentLength = Buffer.byteLength(Body);
    await client.send(new PutObjectCommand({ ...target, Body, ContentLength }), abort);
  };
  if (!(body instanceof Readable)) return putWhole(body);

  const checked = exactSize(body, size, target.Key);
  try {
    const chunks = chunksOf(checked, Math.max(partSize, Math.ceil((size ?? 0) / PARTS_MAX)), signal);
    const { value: first } = await chunks.next();
    if (!first || first.isLast) return await putWhole(first?.bytes ?? '');
    await multipartUpload(client, target, parts(first.bytes), signal);

    async function* parts(beginning: Buffer): AsyncGenerator<SendPart> {
      yield send(beginning);
      for await (const { bytes } of chunks) yield send(bytes);
    }
  } finally {
    checked.destroy();
    body.destroy();
  }

  function send(Body: Buffer): SendPart {
    return async (address) => {
      const part = new UploadPartCommand({ ...address, Body, ContentLength: Body.length });
      return (await client.send(part, abort)).ETag;
    };
  }
}
