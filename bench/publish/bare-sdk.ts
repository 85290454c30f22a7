import { CopyObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { serveTasks } from './contender.ts';

/** As many as publishing has under way. */
const AT_ONCE = 16;
const READ = ['160p30', '360p30'];

/** What nobody can do without: a copy of each media file, and one reading of the two smallest renditions. It is told the files beforehand. */
serveTasks(async ({ endpoint, bucket, prefix, name }) => {
  const client = new S3Client({
    endpoint,
    forcePathStyle: true,
    region: 'us-east-1',
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const keys = await listMedia(client, bucket, prefix);
  const read = async (key: string): Promise<void> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (!(Body instanceof Readable)) throw new TypeError('S3 gave no stream');
    for await (const chunk of Body as AsyncIterable<Uint8Array>) void chunk;
  };
  const copy = async (key: string): Promise<void> => {
    const target = {
      Bucket: 'archive',
      Key: `archive/${name}/1/media/${key.split('/').slice(-2).join('/')}`,
      ContentType: 'video/mp2t',
      CacheControl: 'public, max-age=31536000, immutable',
    };
    const CopySource = [bucket, ...key.split('/')].map(encodeURIComponent).join('/');
    await client.send(new CopyObjectCommand({ ...target, CopySource, MetadataDirective: 'REPLACE' }));
  };
  const queue = [
    ...keys.filter((key) => READ.includes(key.split('/').at(-2) ?? '')).map((key) => () => read(key)),
    ...keys.map((key) => () => copy(key)),
  ].values();
  return async () => {
    const worker = async (): Promise<void> => {
      for (const act of queue) await act();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    client.destroy();
  };
});

async function listMedia(client: S3Client, Bucket: string, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: `${prefix}/`, ContinuationToken }),
    );
    for (const { Key = '' } of page.Contents ?? []) if (Key.endsWith('.ts')) keys.push(Key);
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return keys;
}
