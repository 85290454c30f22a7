import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';

/** Sends an object. A body that breaks ends the request: left alone, the SDK waits for the rest of it for ever. */
export async function putObject(
  client: S3Client,
  input: PutObjectCommandInput,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { Body } = input;
  const stop = new AbortController();
  const broken = (error: Error): void => {
    stop.abort(error);
  };
  if (Body instanceof Readable) Body.once('error', broken);
  try {
    const abortSignal = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    await client.send(new PutObjectCommand(input), { abortSignal });
  } catch (error) {
    if (Body instanceof Readable) Body.destroy();
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    if (Body instanceof Readable) Body.off('error', broken);
  }
}
