import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'node:test';
import { onEveryDatabase } from '../test/databases.ts';
import { envelope, recordingNotification, streamNotification } from '../test/samples.ts';
import { CHANNEL, SECRET, testService } from '../test/test-service.ts';
import { until } from '../test/until.ts';

onEveryDatabase('a notification that says what cannot be', (database) => {
  it('is refused for good where its time is none of this century, and changes no event', async (t) => {
    const service = await testService(t, database);
    const { admin, notify } = service;
    await admin('POST', '/channels', { arn: CHANNEL, name: 'x', playbackUrl: 'https://ivs.example/x.m3u8' });
    await admin('POST', '/events', { slug: 'show', title: 'x', currency: 'EUR', channelArn: CHANNEL });
    for (const time of [
      '9999-12-31T23:59:59Z',
      '9999-12-31T23:59:59-23:59',
      '1970-01-01T00:00:00Z',
      '0001-01-01T00:00:00Z',
      '0000-01-01T00:00:00+23:59',
    ]) {
      // Together with a good one: what shares its transaction must not fail with it.
      const both = [streamNotification('Stream Start', time), recordingNotification('Recording End', time)];
      const good = recordingNotification('Recording Start', '2026-03-05T08:00:00Z');
      assert.deepEqual(await Promise.all([...both, good].map((one) => notify(one))), [400, 400, 202], time);
      await assert.rejects(admin('PATCH', '/events/show', { startsAt: time }), /400 .*this century/);
    }
    const { db } = service.services;
    const { started_at } = await db
      .selectFrom('events')
      .select('started_at')
      .where('slug', '=', 'show')
      .executeTakeFirstOrThrow();
    assert.ok(started_at === null || started_at.getUTCFullYear() === 2026);
  });

  it('counts for what is left of it where its length is none', async (t) => {
    const service = await testService(t, database);
    const { db } = service.services;
    for (const durationMs of [1e300, 1e16, -1, Number.MIN_VALUE]) {
      const prefix = `recording-of-${durationMs}`;
      const end = recordingNotification('Recording End', '2026-03-05T09:00:00Z', { prefix, durationMs });
      assert.equal(await service.notify(end), 202);
      const acted = await until(async () => {
        const row = db.selectFrom('notifications').select(['acted_at', 'outcome']).where('id', '=', end.id);
        const { acted_at, outcome } = await row.executeTakeFirstOrThrow();
        return acted_at !== null && outcome !== null && outcome;
      });
      assert.match(acted, /waits: the channel .* is unknown/);
    }
  });

  it('is refused where it cannot be stored or found again, and those that came with it are stored', async (t) => {
    const service = await testService(t, database);
    const { app } = service;
    const time = '2026-03-05T08:00:00Z';
    // Random: what can be compressed gets past the limits of PostgreSQL's indexes.
    const long = randomBytes(3_000).toString('hex');
    const end = (change: object) => {
      const sound = recordingNotification('Recording End', time);
      return { ...sound, detail: { ...sound.detail, ...change } };
    };
    const nested = (depth: number): string => {
      const text = JSON.stringify(envelope('IVS Limit Breach', time, CHANNEL, { x: 0 }));
      return text.replace('{"x":0}', `{"x":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    };
    const bad = [
      streamNotification('Stream Start', time, long),
      end({ recording_s3_bucket_name: long }),
      end({ recording_s3_key_prefix: long }),
    ].map((one) => JSON.stringify(one));
    // Too deep for PostgreSQL, and for JavaScript, which reads what it cannot write.
    bad.push(nested(5_000), nested(200_000));
    const good = JSON.stringify(envelope('IVS Limit Breach', time, long, {}));
    const answers = await Promise.all(
      [...bad, good].map((body) =>
        app.inject({
          method: 'POST',
          url: '/v1/notifications/eventbridge',
          headers: { 'x-vitrine-secret': SECRET, 'content-type': 'application/json' },
          body,
        }),
      ),
    );
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [400, 400, 400, 400, 400, 202],
      answers.map(({ body }) => body).join('\n'),
    );
    for (const { body } of answers) assert.ok(body.length < 500, 'it names what is wrong, not all of it');
  });
});
