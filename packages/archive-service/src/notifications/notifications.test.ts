import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { onEveryDatabase } from '../test/databases.ts';
import { envelope, recordingNotification, streamNotification } from '../test/samples.ts';
import { CHANNEL, SECRET, testService, type TestService } from '../test/test-service.ts';
import { until } from '../test/until.ts';

const NEW_CHANNEL = { arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/live.m3u8' };

/** Sends notifications one after the other, each after what the one before led to. */
async function tell(service: TestService, ...notifications: { id: string }[]): Promise<void> {
  for (const notification of notifications) {
    assert.equal(await service.notify(notification), 202);
    await actedOn(service, notification.id);
  }
}

const actedOn = ({ services: { db } }: TestService, id: string): Promise<string> =>
  until(async () => {
    const row = await db
      .selectFrom('notifications')
      .select('outcome')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.outcome ?? undefined;
  });

const events = ({ services: { db } }: TestService) =>
  db.selectFrom('events').selectAll().orderBy('created_at').execute();
const recordings = ({ services: { db } }: TestService) =>
  db.selectFrom('recordings').selectAll().orderBy('id').execute();

onEveryDatabase('notifications', (database) => {
  it('are let in by their secret alone', async (t) => {
    const service = await testService(t, database);
    const notification = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
    assert.equal(await service.notify(notification, 'wrong'), 401);
    assert.equal(await service.notify(notification, `${SECRET}x`), 401);
    assert.equal(await service.notify(notification), 202);
    const without = await testService(t, database, { NOTIFICATION_SECRET: '' });
    assert.equal(await without.notify(notification), 503);
    assert.equal((await recordings(service)).length, 0);
  });

  it('that are not well-formed are refused, naming the field', async (t) => {
    const service = await testService(t, database);
    const good = recordingNotification('Recording End', '2026-03-05T09:00:00Z');
    for (const [bad, field] of [
      [{ ...good, time: 'soon' }, /time/],
      [{ ...good, time: '2026-13-45T99:00:00Z' }, /time/],
      [{ ...good, resources: [] }, /resources/],
      [{ ...good, 'detail-type': undefined }, /detail-type/],
      [
        { ...good, detail: { ...good.detail, recording_s3_bucket_name: undefined } },
        /detail\.recording_s3_bucket_name/,
      ],
      [
        { ...good, detail: { ...good.detail, recording_s3_key_prefix: '' } },
        /detail\.recording_s3_key_prefix/,
      ],
      [[], /notification|id/],
    ] as const) {
      const answer = await service.app.inject({
        method: 'POST',
        url: '/v1/notifications/eventbridge',
        headers: { 'x-vitrine-secret': SECRET },
        body: bad,
      });
      assert.equal(answer.statusCode, 400, JSON.stringify(bad));
      assert.match(answer.json().error.message, field);
    }
  });

  it('that we do not act on are taken all the same', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const time = '2026-03-05T08:00:00Z';
    const limit = {
      ...envelope('IVS Limit Breach', time, CHANNEL, { limit_name: 'Concurrent Viewers' }),
      resources: [],
    };
    const future = envelope('IVS Something New', time, CHANNEL, { event_name: 'Unheard Of' });
    const state = envelope('IVS Stream State Change', time, CHANNEL, { event_name: 'Session Created' });
    const other = { ...recordingNotification('Recording End', time), source: 'aws.medialive' };
    await tell(service, limit, future, state, other);
    assert.deepEqual(await events(service), []);
    assert.deepEqual(await recordings(service), []);
  });

  it('move an event by their own times, in whatever order they arrive', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const start = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
    const end = streamNotification('Stream End', '2026-03-05T09:00:00Z');
    for (const [slug, order] of [
      ['in-order', [start, end]],
      ['reversed', [end, start]],
    ] as const) {
      const event = {
        slug,
        title: slug,
        currency: 'EUR',
        channelArn: CHANNEL,
        startsAt: '2026-03-05T08:00:00Z',
      };
      await service.admin('POST', '/events', event);
      await tell(
        service,
        ...order.map((notification) => ({ ...notification, id: `${notification.id}-${slug}` })),
      );
      const [row] = await events(service);
      assert.equal(row?.status, 'ended', slug);
      assert.deepEqual([row?.started_at, row?.ended_at], [new Date(start.time), new Date(end.time)], slug);
      await service.admin('DELETE', `/events/${slug}`);
    }
  });

  it('take a stream that comes back while its recording runs for the same show', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    await service.admin('POST', '/events', {
      slug: 'show',
      title: 'x',
      currency: 'EUR',
      channelArn: CHANNEL,
      startsAt: '2026-03-05T08:00:00Z',
    });
    await tell(
      service,
      streamNotification('Stream Start', '2026-03-05T08:00:00Z'),
      recordingNotification('Recording Start', '2026-03-05T08:00:00Z'),
      streamNotification('Stream End', '2026-03-05T08:30:00Z'),
      streamNotification('Stream Start', '2026-03-05T08:31:00Z'),
    );
    const [row] = await events(service);
    assert.equal(row?.status, 'live');
    assert.deepEqual(row.started_at, new Date('2026-03-05T08:00:00Z'));
  });

  it('give a recording to the event of its channel that was on, or to a new one', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', { ...NEW_CHANNEL, autoPublish: false });
    await service.admin('POST', '/events', {
      slug: 'show',
      title: 'x',
      currency: 'EUR',
      channelArn: CHANNEL,
      startsAt: '2026-03-05T08:00:00Z',
    });
    await tell(service, recordingNotification('Recording Start', '2026-03-05T07:55:00Z', { prefix: 'a' }));
    await tell(service, streamNotification('Stream End', '2026-03-05T08:30:00Z'));
    await tell(service, recordingNotification('Recording Start', '2026-03-05T11:00:00Z', { prefix: 'b' }));
    const [announced, unannounced] = await events(service).then((rows) =>
      rows.toSorted((a) => (a.slug === 'show' ? -1 : 1)),
    );
    const [a, b] = await recordings(service);
    assert.equal(a?.event_id, announced?.id);
    assert.equal(b?.event_id, unannounced?.id);
    assert.equal(unannounced?.listed, false);
    assert.equal(unannounced?.status, 'live');
    assert.equal(unannounced?.title, 'Studio, 2026-03-05');
  });

  it('leave a recording of an unknown channel waiting until the channel is known', async (t) => {
    const service = await testService(t, database);
    await tell(service, recordingNotification('Recording Start', '2026-03-05T08:00:00Z'));
    const waiting = (await service.admin('GET', '/recordings')) as {
      recordings: { state: string; problem: string }[];
    };
    assert.equal(waiting.recordings[0]?.state, 'waiting');
    assert.match(waiting.recordings[0].problem, /channel .* is unknown/);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const [row] = await recordings(service);
    assert.equal(row?.state, 'recording');
    assert.ok(row.event_id);
  });

  it('bring a late start to the event of its end, and a channel known later to both', async (t) => {
    const service = await testService(t, database);
    const end = recordingNotification('Recording End', '2026-03-05T09:00:00Z', { durationMs: 3_590_000 });
    const start = recordingNotification('Recording Start', '2026-03-05T08:00:05Z');
    await tell(service, end, streamNotification('Stream Start', '2026-03-05T08:00:00Z'));
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const [made] = await recordings(service);
    assert.deepEqual([made?.state, made?.started_at], ['ended', null]);
    await tell(service, start);
    const [row, ...others] = await recordings(service);
    assert.deepEqual(others, []);
    assert.deepEqual(row?.started_at, new Date(start.time));
    assert.deepEqual(
      (await events(service)).map(({ id, status, started_at }) => [id, status, started_at]),
      [[row.event_id, 'ended', new Date(start.time)]],
    );
  });

  it('publish what there is of a recording that failed, and say that it did', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const failure = recordingNotification('Recording End Failure', '2026-03-05T09:00:00Z');
    await tell(
      service,
      recordingNotification('Recording Start', '2026-03-05T08:00:00Z'),
      failure,
      // The same again, under an id of its own.
      { ...failure, id: 'another' },
    );
    const [row] = await recordings(service);
    assert.equal(row?.failure, 'InternalServerException');
    const [event] = await events(service);
    assert.equal(event?.status, 'ended');
    assert.ok(event.wanted > 0, 'its publication is asked for');
    const { recordings: shown } = (await service.admin('GET', '/recordings')) as {
      recordings: { failure: string }[];
    };
    assert.equal(shown[0]?.failure, 'InternalServerException');
  });

  it('move a recording to another event when a late fact says so, and leave no empty one behind', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const first = { prefix: 'first', durationMs: 1_800_000 };
    await tell(
      service,
      recordingNotification('Recording Start', '2026-03-05T08:00:00Z', first),
      // Nobody has said yet that the first show is over.
      recordingNotification('Recording Start', '2026-03-05T11:00:00Z', { prefix: 'second' }),
    );
    assert.equal((await events(service)).length, 1);
    await tell(service, recordingNotification('Recording End', '2026-03-05T08:30:00Z', first));
    const rows = await recordings(service);
    assert.equal(new Set(rows.map(({ event_id }) => event_id)).size, 2);
    assert.deepEqual((await events(service)).map(({ status }) => status).toSorted(), ['ended', 'live']);
  });

  it('say what failed, where an operator looks', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    await tell(
      service,
      recordingNotification('Recording End', '2026-03-05T08:00:00Z', { durationMs: 60_000 }),
    );
    const row = await until(async () => (await recordings(service)).find(({ problem }) => problem !== null));
    assert.equal(row.state, 'retrying');
    assert.match(row.problem ?? '', /recording-ended\.json/);
  });

  it('lead to one row and one job however often one is sent, at once', async (t) => {
    const service = await testService(t, database);
    const notification = recordingNotification('Recording Start', '2026-03-05T08:00:00Z');
    const answers = await Promise.all(Array.from({ length: 5 }, () => service.notify(notification)));
    assert.deepEqual(answers, [202, 202, 202, 202, 202]);
    await actedOn(service, notification.id);
    assert.equal((await recordings(service)).length, 1);
  });

  it('end in the same state for any order and any repetition', async (t) => {
    const service = await testService(t, database);
    const { db } = service.services;
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const facts = [
      streamNotification('Stream Start', '2026-03-05T08:00:00Z'),
      recordingNotification('Recording Start', '2026-03-05T08:00:01Z'),
      streamNotification('Stream End', '2026-03-05T08:30:00Z'),
      recordingNotification('Recording End', '2026-03-05T08:31:00Z', { durationMs: 1_798_000 }),
    ];
    let run = 0;
    const order = fc.shuffledSubarray([...facts, ...facts], { minLength: 8 });
    await fc.assert(
      fc.asyncProperty(order, async (notifications) => {
        run += 1;
        await service.admin('POST', '/events', {
          slug: 'show',
          title: 'x',
          currency: 'EUR',
          channelArn: CHANNEL,
          startsAt: '2026-03-05T08:00:00Z',
        });
        const copies = notifications.map((one, index) => ({ ...one, id: `run-${run}-${index}` }));
        assert.ok(
          (await Promise.all(copies.map((one) => service.notify(one)))).every((status) => status === 202),
        );
        await Promise.all(copies.map(({ id }) => actedOn(service, id)));
        const all = await events(service);
        assert.deepEqual(
          all.map(({ slug, status, started_at }) => [slug, status, started_at]),
          [['show', 'ended', new Date('2026-03-05T08:00:00Z')]],
        );
        const [recording, ...others] = await recordings(service);
        assert.deepEqual(others, []);
        assert.equal(recording?.event_id, all[0]?.id);
        await db.deleteFrom('recordings').execute();
        await db.deleteFrom('events').execute();
      }),
      { numRuns: 12 },
    );
  });
});
