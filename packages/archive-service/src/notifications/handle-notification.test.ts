import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../test/databases.ts';
import { addEvent } from '../test/events.ts';
import { sql } from 'kysely';
import { recordingNotification, streamNotification } from '../test/samples.ts';
import { CHANNEL, testService, type TestService } from '../test/test-service.ts';
import { until } from '../test/until.ts';
import { handleNotification } from './handle-notification.ts';

const NEW_CHANNEL = { arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/live.m3u8' };
/** Nothing listens there. */
const NOBODY = 'http://127.0.0.1:1';
process.env['AWS_ACCESS_KEY_ID'] = 'nobody';
process.env['AWS_SECRET_ACCESS_KEY'] = 'nothing';
const END = recordingNotification('Recording End', '2026-03-05T09:00:00Z', { durationMs: 60_000 });

onEveryDatabase('whoever waits for a notification', (database) => {
  it('is told in the end that it cannot be acted on', async (t) => {
    process.env['AWS_ENDPOINT_URL_S3'] = NOBODY;
    t.after(() => Promise.resolve(void delete process.env['AWS_ENDPOINT_URL_S3']));
    const { services } = await testService(t, database, { RECORDINGS_URL: '' });
    const { done, outcome } = await handleNotification({ ...services, patience: 100 }, END);
    assert.deepEqual(
      [done, /could not be acted on yet: .*127\.0\.0\.1/.test(outcome)],
      [false, true],
      outcome,
    );
  });

  it('is not told that all is done while nobody knows the channel', async (t) => {
    const { services, admin } = await testService(t, database);
    const unknown = await handleNotification(services, END);
    assert.deepEqual([unknown.done, /channel .* is unknown/.test(unknown.outcome)], [false, true]);
    await admin('POST', '/channels', NEW_CHANNEL);
    const { done, outcome } = await handleNotification(services, END);
    assert.equal(done, false);
    assert.match(outcome, /recording-ended\.json/);
  });

  /** No worker here: the test does what another machine does, whose clock is an hour behind. */
  async function withoutWorkers(t: Parameters<typeof testService>[0]): Promise<TestService> {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    await service.services.jobs.stop();
    return service;
  }
  const acted = ({ services: { db } }: TestService, id: string): Promise<unknown> =>
    until(async () => {
      const row = db.updateTable('notifications').where('id', '=', id).where('acted_at', 'is', null);
      const set = { outcome: 'Done elsewhere.', acted_at: new Date(Date.now() - 3_600_000) };
      return (await row.set(set).executeTakeFirst()).numUpdatedRows > 0n;
    });

  it('is told of what a machine did whose clock is behind', async (t) => {
    const service = await withoutWorkers(t);
    const { db } = service.services;
    const { signal } = t;
    const start = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
    const waiting = handleNotification({ ...service.services, signal }, start);
    await acted(service, start.id);
    assert.deepEqual(await waiting, { done: true, outcome: 'Done elsewhere.' });

    const updated_at = new Date('2026-03-05T09:00:00Z');
    const [bucket, prefix] = ['recordings-of-tests', 'ivs/v1/1/AbCdef1G2hij/2026/3/5/8/7/rec'];
    const event_id = await addEvent(service);
    const row = { bucket, prefix, channel_arn: CHANNEL, shop: 'default', event_id, updated_at };
    await db
      .insertInto('recordings')
      .values({ ...row, state: 'failed', problem: 'Of before.' })
      .execute();
    const failing = handleNotification({ ...service.services, signal }, END);
    await acted(service, END.id);
    await db
      .updateTable('recordings')
      .set({ problem: 'Of now.', updated_at: new Date(updated_at.getTime() + 1_000) })
      .execute();
    assert.deepEqual(await failing, { done: false, outcome: 'Of now.' });
  });

  it('sends the job again where it was lost', async (t) => {
    const service = await withoutWorkers(t);
    const { db } = service.services;
    const { signal } = t;
    const start = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
    const waiting = handleNotification({ ...service.services, signal, resend: 50 }, start);
    const sent = async (): Promise<boolean> =>
      (await sql`SELECT 1 FROM pgboss.job WHERE name = 'act-on-notification'`.execute(db)).rows.length > 0;
    await until(sent);
    // As when its key was still held by one that had ended its work, and not itself.
    await sql`DELETE FROM pgboss.job`.execute(db);
    await until(sent);
    await acted(service, start.id);
    assert.equal((await waiting).done, true);
  });
});
