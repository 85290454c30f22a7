import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../test/databases.ts';
import { addEvent, addRecording } from '../test/events.ts';
import { recordingNotification } from '../test/samples.ts';
import { CHANNEL, testService } from '../test/test-service.ts';
import { until } from '../test/until.ts';
import { metricLine } from './emit-metrics.ts';
import { createMetrics } from './metrics.ts';

onEveryDatabase('metrics', (database) => {
  it('tell CloudWatch how long the oldest recording has waited for its publication', async (t) => {
    const service = await testService(t, database);
    const { db } = service.services;
    const line = async (): Promise<Record<string, unknown>> =>
      JSON.parse(await metricLine(createMetrics(db), 1_000));
    const { _aws, ...values } = await line();
    assert.deepEqual(values, { OldestUnpublishedRecordingAge: 0, DeadJobs: 0, WaitingNotifications: 0 });
    assert.deepEqual(_aws, {
      Timestamp: 1_000,
      CloudWatchMetrics: [
        {
          Namespace: 'Vitrine',
          Dimensions: [[]],
          Metrics: [
            { Name: 'OldestUnpublishedRecordingAge', Unit: 'Seconds' },
            { Name: 'DeadJobs', Unit: 'Count' },
            { Name: 'WaitingNotifications', Unit: 'Count' },
          ],
        },
      ],
    });

    await service.admin('POST', '/channels', {
      arn: CHANNEL,
      name: 'x',
      playbackUrl: 'https://ivs.example/x',
    });
    const end = new Date(Date.now() - 3_600_000).toISOString();
    const notification = recordingNotification('Recording End', end, { durationMs: 60_000 });
    assert.equal(await service.notify(notification), 202);
    await until(
      async () =>
        (await db.selectFrom('recordings').select('state').executeTakeFirst())?.state === 'retrying',
    );
    const age = Number((await line())['OldestUnpublishedRecordingAge']);
    assert.ok(age >= 3_599 && age < 3_700, String(age));
    await db.updateTable('events').set({ unpublished_at: new Date() }).execute();
    assert.equal((await line())['OldestUnpublishedRecordingAge'], 0, 'a recall waits for nothing');
  });

  it('are silent about what waits for a recording only while that can be believed to run', async (t) => {
    const service = await testService(t, database);
    const { db } = service.services;
    const age = async (): Promise<number> => (await createMetrics(db).pipeline()).oldestUnpublished;
    const event = await addEvent(service);
    const hours = (count: number): Date => new Date(Date.now() - count * 3_600_000);
    const ended = { bucket: 'recordings-of-tests', prefix: 'ended', durationMs: 3_600_000 };
    const waits = await addRecording(service, event, ended, { started_at: hours(3) });
    const running = await addRecording(
      service,
      event,
      { ...ended, prefix: 'running' },
      { state: 'recording' },
    );
    const change = (id: number, values: object) =>
      db.updateTable('recordings').set(values).where('id', '=', id).execute();
    await change(running, { started_at: hours(1), ended_at: null });
    assert.equal(await age(), 0);
    await change(running, { problem: 'Whether it has ended cannot be seen.' });
    assert.ok((await age()) >= 7_199, 'nobody can say that it runs');
    await change(running, { problem: null, started_at: hours(13) });
    assert.ok((await age()) >= 7_199, 'no show is as long as that');

    await change(waits, { state: 'published' });
    assert.equal(await age(), 0);
    await change(running, { state: 'failed', updated_at: hours(2) });
    assert.ok((await age()) >= 7_199, 'given up, and nobody knows when it ended');
  });

  it('count also one that waits because nobody knows its channel, as with a mistyped ARN', async (t) => {
    const { services, admin, notify } = await testService(t, database);
    const { db } = services;
    await admin('POST', '/channels', {
      arn: `${CHANNEL}x`,
      name: 'x',
      playbackUrl: 'https://ivs.example/x',
    });
    const end = new Date(Date.now() - 3_600_000).toISOString();
    assert.equal(await notify(recordingNotification('Recording End', end, { durationMs: 60_000 })), 202);
    await until(
      async () => (await db.selectFrom('recordings').select('state').executeTakeFirst())?.state === 'waiting',
    );
    const age = async (): Promise<number> => (await createMetrics(db).pipeline()).oldestUnpublished;
    assert.ok((await age()) >= 3_599, String(await age()));
    await db
      .updateTable('recordings')
      .set({ updated_at: new Date(Date.now() - 8 * 86_400_000) })
      .execute();
    assert.equal(await age(), 0, 'it may be a channel that is none of ours');
  });
});
