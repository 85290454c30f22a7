import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../test/databases.ts';
import { recordingNotification } from '../test/samples.ts';
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
});
