import { deepEqual, equal, rejects } from 'node:assert/strict';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

const Bucket = 'check';

/** Holds the stand-in to what the SDK expects of S3, before anything is measured with it. */
export async function checkStandIn(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: 'check', secretAccessKey: 'check' };
  const client = new S3Client({ endpoint, credentials, forcePathStyle: true, region: 'us-east-1' });
  try {
    const headers = { ContentType: 'text/plain', CacheControl: 'no-cache' };
    await client.send(new PutObjectCommand({ Bucket, Key: 'a/1 ü.txt', Body: '0123456789', ...headers }));
    const whole = await client.send(new GetObjectCommand({ Bucket, Key: 'a/1 ü.txt' }));
    deepEqual(
      [await whole.Body?.transformToString(), whole.ContentType, whole.CacheControl, whole.ContentLength],
      ['0123456789', 'text/plain', 'no-cache', 10],
    );
    const part = await client.send(new GetObjectCommand({ Bucket, Key: 'a/1 ü.txt', Range: 'bytes=2-4' }));
    deepEqual([await part.Body?.transformToString(), part.ContentRange], ['234', 'bytes 2-4/10']);

    const copied = { ContentType: 'video/mp2t', CacheControl: 'public' };
    const CopySource = `${Bucket}/a/${encodeURIComponent('1 ü.txt')}`;
    await client.send(
      new CopyObjectCommand({ Bucket, Key: 'a/2', CopySource, MetadataDirective: 'REPLACE', ...copied }),
    );
    const copy = await client.send(new HeadObjectCommand({ Bucket, Key: 'a/2' }));
    deepEqual([copy.ContentLength, copy.ContentType, copy.CacheControl], [10, 'video/mp2t', 'public']);

    await checkLists(client);
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'a/2' }));
    await rejects(client.send(new GetObjectCommand({ Bucket, Key: 'a/2' })), NoSuchKey);
  } finally {
    client.destroy();
  }
}

/** Two pages, in order, and nothing of what does not begin with the prefix. */
async function checkLists(client: S3Client): Promise<void> {
  const names = Array.from({ length: 1001 }, (_, index) => `list/${String(index).padStart(4, '0')}`);
  for (const Key of [...names, 'lisu']) await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  const listed: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  let pages = 0;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', ContinuationToken }));
    listed.push(...(page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
    pages += 1;
  } while (ContinuationToken !== undefined);
  equal(pages, 2);
  deepEqual(listed, names);
}
