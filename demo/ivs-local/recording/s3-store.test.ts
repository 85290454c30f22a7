import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import S3rver from 's3rver';
import { startIvsLocal } from '../start-ivs-local.ts';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';

const ACCESS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
let folder: string;
let server: S3rver;
let endpoint: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivs-local-s3-'));
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'shows', configs: [] }],
  });
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test('recordings are put into S3 buckets with their types', async (t) => {
  const ivs = await startIvsLocal({
    clip: SAMPLE_CLIP,
    recordings: { endpoint, region: 'eu-central-1', ...ACCESS },
  });
  t.after(() => ivs.close());
  const { arn: channelArn } = await ivs.createChannel('s3', { bucket: 'shows' });
  const { prefix } = await ivs.writeFinishedRecording({ channelArn, durationSeconds: 12, script: [] });
  const client = new S3Client({
    endpoint,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: ACCESS,
  });
  t.after(() => client.destroy());
  const get = (key: string) =>
    client.send(new GetObjectCommand({ Bucket: 'shows', Key: `${prefix}/${key}` }));
  const ended = JSON.parse(
    (await (await get('events/recording-ended.json')).Body?.transformToString()) ?? '',
  );
  assert.equal(ended.media.hls.duration_ms, 12_000);
  assert.equal((await get('media/hls/720p30/1.ts')).ContentType, 'video/mp2t');
});

test('a bucket that is not there fails the recording, and the notification says so', async (t) => {
  const ivs = await startIvsLocal({
    clip: SAMPLE_CLIP,
    recordings: { endpoint, region: 'eu-central-1', ...ACCESS },
  });
  t.after(() => ivs.close());
  const { arn } = await ivs.createChannel('no-bucket', { bucket: 'nowhere' });
  await ivs.goLive(arn, { prerollSeconds: 4 });
  const finished = await ivs.stopStream(arn);
  assert.equal(finished?.notification.detail['recording_status'], 'Recording End Failure');
  assert.equal(finished?.notification.detail['recording_status_reason'], 'InternalServerException');
});
