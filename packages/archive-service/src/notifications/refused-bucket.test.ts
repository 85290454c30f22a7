import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { onEveryDatabase } from '../test/databases.ts';
import { recordingNotification } from '../test/samples.ts';
import { S3Store } from '../stores/s3/s3-store.ts';
import { sweep } from '../sweep/sweep.ts';
import { openS3 } from '../test/stores.ts';
import { CHANNEL, testService } from '../test/test-service.ts';
import { until } from '../test/until.ts';

const NEW_CHANNEL = { arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/live.m3u8' };

onEveryDatabase('a recording in a bucket that may not be read', (database) => {
  it('is known all the same, and says what an operator has to mend', async (t) => {
    const s3 = await openS3();
    t.after(() => s3.close());
    process.env['AWS_ENDPOINT_URL_S3'] = String(s3.connection.server);
    t.after(() => Promise.resolve(void delete process.env['AWS_ENDPOINT_URL_S3']));
    const service = await testService(t, database, { RECORDINGS_URL: '' });
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const end = recordingNotification('Recording End', '2026-03-05T09:00:00Z', { durationMs: 60_000 });
    assert.equal(await service.notify(end), 202);
    const problem = await until(async () => {
      const { db } = service.services;
      const rows = db.selectFrom('recordings').select('problem').where('problem', 'is not', null);
      return (await rows.executeTakeFirst())?.problem ?? undefined;
    });
    assert.match(problem, /there is no bucket recordings-of-tests/);
  });

  it('says so also while it runs, and is given up when it has run for longer than any can', async (t) => {
    const s3 = await openS3();
    t.after(() => s3.close());
    process.env['AWS_ENDPOINT_URL_S3'] = String(s3.connection.server);
    t.after(() => Promise.resolve(void delete process.env['AWS_ENDPOINT_URL_S3']));
    const service = await testService(t, database, { RECORDINGS_URL: '' });
    const { db } = service.services;
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const started = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000).toISOString();
    assert.equal(await service.notify(recordingNotification('Recording Start', started)), 202);
    const row = () => db.selectFrom('recordings').selectAll().executeTakeFirstOrThrow();
    await until(async () => (await db.selectFrom('recordings').select('state').execute()).length > 0);
    const found = async () => {
      const { failures, 'recordings that never ended': given } =
        (await sweep(service.services, new AbortController().signal)) ?? assert.fail();
      return { failures, given };
    };
    const known = await row();
    assert.deepEqual([known.state, known.problem], ['recording', null]);
    assert.equal((await found()).given, 0);
    const noted = await row();
    assert.match(noted.problem ?? '', /whether this recording has ended: there is no bucket/);
    assert.deepEqual([noted.state, noted.updated_at], ['recording', known.updated_at]);
    await db
      .updateTable('recordings')
      .set({ started_at: new Date(Date.now() - 50 * 3_600_000) })
      .execute();
    assert.equal((await found()).given, 1);
    const { state, problem, refused } = await row();
    assert.deepEqual([state, refused], ['failed', true], 'it comes back when it can be read');
    assert.match(problem ?? '', /there is no bucket .* publish it by hand/);

    await s3.connection.client.send(new CreateBucketCommand({ Bucket: 'recordings-of-tests' }));
    const said = {
      channel_arn: CHANNEL,
      recording_status: 'RECORDING_ENDED',
      recording_ended_at: '2026-03-05T09:00:00Z',
      media: {
        hls: { path: 'media', playlist: 'm.m3u8', renditions: [{ path: '360p', playlist: 'p.m3u8' }] },
      },
    };
    const ended = `${known.prefix}/events/recording-ended.json`;
    const headers = { contentType: 'application/json', cacheControl: 'no-store' };
    await new S3Store(s3.connection, 'recordings-of-tests', '').write(ended, JSON.stringify(said), headers);
    await db
      .updateTable('recordings')
      .set({ updated_at: new Date(Date.now() - 3_600_000) })
      .execute();
    const again = await sweep(service.services, new AbortController().signal);
    assert.equal(again?.['recordings no longer refused'], 1);
    assert.deepEqual((await row()).ended_at, new Date(said.recording_ended_at), 'as its own files say');
  });
});
