import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../test/databases.ts';
import { recordingNotification } from '../test/samples.ts';
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
    const { state, problem } = await row();
    assert.equal(state, 'failed');
    assert.match(problem ?? '', /there is no bucket .* publish it by hand/);
  });
});
