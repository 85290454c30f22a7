import assert from 'node:assert/strict';
import { it } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from './config.ts';

it('has embedded defaults', () => {
  const dataDir = join(process.cwd(), '.vitrine/data');
  assert.deepEqual(readConfig({}), {
    databaseUrl: undefined,
    dataDir,
    storeUrl: pathToFileURL(join(dataDir, 'store')).href,
    recordingsUrl: undefined,
    cdnBaseUrl: undefined,
    adminKey: undefined,
    notificationSecret: undefined,
    host: '127.0.0.1',
    port: 4000,
    publicUrl: undefined,
    logLevel: 'info',
    sqsQueueUrl: undefined,
    recordingBuckets: [],
    sweepSeconds: 300,
    versionGraceHours: 168,
    metricsEmf: false,
  });
});

it('reads what the doors and the sweep need', () => {
  const { publicUrl, recordingBuckets, sweepSeconds, versionGraceHours, metricsEmf } = readConfig({
    PUBLIC_URL: 'https://api.example/shop/',
    RECORDING_BUCKETS: 'first-bucket, second.bucket',
    SWEEP_SECONDS: '0',
    VERSION_GRACE_HOURS: '24',
    METRICS_EMF: '1',
  });
  assert.deepEqual(
    { publicUrl, recordingBuckets, sweepSeconds, versionGraceHours, metricsEmf },
    {
      publicUrl: 'https://api.example/shop',
      recordingBuckets: ['first-bucket', 'second.bucket'],
      sweepSeconds: 0,
      versionGraceHours: 24,
      metricsEmf: true,
    },
  );
  assert.throws(
    () => readConfig({ SQS_QUEUE_URL: 'my-queue', RECORDING_BUCKETS: 'A B', SWEEP_SECONDS: '5m' }),
    /SQS_QUEUE_URL should be the URL .*\n.*RECORDING_BUCKETS should be names .*\n.*SWEEP_SECONDS should be/,
  );
});

it('takes an empty variable for one that is not set, and leaves others alone', () => {
  assert.equal(readConfig({ PORT: '', HOME: '/root' }).port, 4000);
});

it('takes no name of a store that none can have', () => {
  for (const url of [
    's3://My_Bucket',
    's3://',
    's3://archives/../up',
    's3://archives//x',
    'file:',
    'file:////%2f',
  ])
    for (const name of ['STORE_URL', 'RECORDINGS_URL'])
      assert.throws(
        () => readConfig({ [name]: url }),
        { code: 'CONFIG_INVALID', message: new RegExp(name) },
        url,
      );
  for (const url of ['s3://archives', 's3://archives/', 's3://archives/a/b/', 'file:x', 'file:///srv/x'])
    assert.equal(readConfig({ STORE_URL: url }).storeUrl, url);
});

it('takes no secret that no caller could send, and spaces only within a notification’s', () => {
  for (const secret of [
    ' a-secret-after-a-space',
    'a-secret-before-a-space ',
    'sechzehn-zeichen-ä',
    'fifteen-letters',
  ])
    for (const name of ['ADMIN_KEY', 'NOTIFICATION_SECRET'])
      assert.throws(() => readConfig({ [name]: secret }), { message: /ASCII and no space/ }, secret);
  const spaced = 'a secret with spaces';
  assert.throws(() => readConfig({ ADMIN_KEY: spaced }), { message: /ADMIN_KEY .*ASCII and no space/ });
  assert.equal(readConfig({ NOTIFICATION_SECRET: spaced }).notificationSecret, spaced);
  assert.equal(readConfig({ ADMIN_KEY: 'a+/=~1234567890:!' }).adminKey, 'a+/=~1234567890:!');
});

it('lists all that is wrong in one message, and shows no secret', () => {
  const wrong = { PORT: '65536', STORE_URL: 'ftp://x', ADMIN_KEY: 'short', LOG_LEVEL: 'loud' };
  assert.throws(
    () => readConfig(wrong),
    ({ code, message }: { code: string; message: string }) => {
      assert.equal(code, 'CONFIG_INVALID');
      assert.match(message, /PORT should be a port .* not "65536"/);
      assert.match(message, /STORE_URL should be .* not "ftp:\/\/x"/);
      assert.match(message, /LOG_LEVEL should be one of fatal/);
      assert.match(message, /ADMIN_KEY should be a key of at least 16 characters/);
      assert.doesNotMatch(message, /"short"/);
      return true;
    },
  );
});
