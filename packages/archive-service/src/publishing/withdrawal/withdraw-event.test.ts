import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { removeEvent } from '../../events/events-repository.ts';
import { onEveryDatabase } from '../../test/databases.ts';
import {
  addEvent,
  addRecording,
  digests,
  eventRow,
  publish,
  recordingRow,
  settled,
  STARTED,
} from '../../test/events.ts';
import { startLocalRecordings } from '../../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../../test/local-recording.ts';
import { ADMIN_KEY, testService, type TestService } from '../../test/test-service.ts';
import { until } from '../../test/until.ts';
import { watchStore } from '../../test/watched-store.ts';
import { archiveFolder, pointerKey } from '../archive-layout.ts';
import { publishEvent } from '../publish-event.ts';
import { requestPublication } from '../request-publication.ts';
import { withdrawEvent } from './withdraw-event.ts';

const NEVER = new AbortController().signal;

let recordings: LocalRecordings;
let first: WrittenRecording;
let second: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  first = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  second = await recordings.record({ durationSeconds: 6, script: [], startedAt: STARTED + 60_000 });
});
after(() => recordings.close());

const unpublish = (service: TestService, slug = 'show'): Promise<unknown> =>
  service.admin('POST', `/events/${slug}/unpublish`, { reason: 'a recall of the mug' });
const confirmed = (service: TestService, event: string): Promise<unknown> =>
  until(async () => (await eventRow(service, event)).unpublish_confirmed_at ?? false);

onEveryDatabase('unpublishing an event', (database) => {
  const open = (t: Parameters<typeof testService>[0], checkpoint?: (step: string) => Promise<void>) =>
    testService(t, database, { RECORDINGS_URL: recordings.url }, checkpoint && { checkpoint });

  it('leaves nothing of it, for good, and nothing else goes', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    const recording = await addRecording(service, event, first);
    await publish(service, event);
    const other = await addEvent(service, { slug: 'other' });
    await addRecording(service, other, second);
    await publish(service, other);

    await unpublish(service);
    for (const path of ['', '/timeline', '/live.json'])
      for (const name of ['show', event]) {
        const answer = await service.app.inject(`/v1/events/${name}${path}`);
        assert.deepEqual([answer.statusCode, answer.json().error.code], [410, 'EVENT_UNPUBLISHED']);
      }
    await confirmed(service, event);
    const left = Object.keys(await digests(service.services.store));
    assert.ok(
      left.length > 0 && left.every((key) => key.includes(other) || key.endsWith('/other')),
      left.join(),
    );
    const list = (await service.app.inject('/v1/events')).json() as { events: { id: string }[] };
    assert.deepEqual(
      list.events.map(({ id }) => id),
      [other],
    );
    const told = (await service.admin('GET', '/events/show/unpublish')) as Record<string, unknown>;
    assert.deepEqual([told['reason'], told['left']], ['a recall of the mug', 0]);
    assert.match(
      (await recordingRow(service, recording)).problem ?? '',
      /a recall of the mug.*stays in its bucket/,
    );

    // Nothing brings it back: no late recording, no wish of an operator, no edit of the catalogue.
    const late = await addRecording(service, event, { ...second, prefix: `${second.prefix}-late` });
    await publish(service, event);
    assert.match((await recordingRow(service, late)).problem ?? '', /unpublished for good/);
    await service.admin('PATCH', '/events/show', { title: 'Another' });
    for (const path of ['publish', 'versions/1/restore'])
      await assert.rejects(service.admin('POST', `/events/show/${path}`), /410 .*EVENT_UNPUBLISHED/);
    await assert.rejects(service.admin('PUT', '/events/show/edits', {}), /410 .*EVENT_UNPUBLISHED/);
    await assert.rejects(service.admin('DELETE', '/events/show'), /409 .*IN_USE/);
    assert.deepEqual(Object.keys(await digests(service.services.store)), left);
  });

  it('is the way to remove what is published: to forget the event alone would leave it in the store', async (t) => {
    const service = await open(t);
    const { store } = service.services;
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    const published = await digests(store);
    await assert.rejects(
      service.admin('DELETE', '/events/show'),
      /409 .*IN_USE.*unpublish the event instead/,
    );
    assert.deepEqual(await digests(store), published);
    assert.equal((await eventRow(service, event)).archive?.version, 1);
  });

  it('takes the pointers away before all else, and ends after it was cut short', async (t) => {
    const service = await open(t);
    const { services } = service;
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    await services.db
      .updateTable('events')
      .set({ unpublished_at: new Date(), unpublish_reason: 'x', archive: null })
      .where('id', '=', event)
      .execute();
    const removed: string[] = [];
    const store = watchStore(services.store, {
      before: ({ operation, key }) => {
        if (operation !== 'remove') return;
        if (removed.length === 5) throw new Error('the process ends');
        removed.push(key);
      },
    });
    await assert.rejects(withdrawEvent({ ...services, store }, event, NEVER), /the process ends/);
    assert.deepEqual(removed.slice(0, 2).sort(), [pointerKey(event), pointerKey('show')].sort());
    assert.equal((await eventRow(service, event)).unpublish_confirmed_at, null);
    await withdrawEvent(services, event, NEVER);
    assert.ok((await eventRow(service, event)).unpublish_confirmed_at);
    assert.deepEqual(await digests(services.store), {});
  });

  it('stops a publication that is running, and does not call gone what that may still write', async (t) => {
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const service = await open(t, async (step) => {
      if (step !== 'copy-media') return;
      reached.resolve();
      await gate.promise;
    });
    const { db, jobs, store } = service.services;
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await db.transaction().execute((trx) => requestPublication(trx, jobs, event));
    await reached.promise;
    await unpublish(service);
    await until(async () => (await eventRow(service, event)).unpublish_left === 0);
    assert.equal(
      (await eventRow(service, event)).unpublish_confirmed_at,
      null,
      'its right to write has not run out',
    );
    gate.resolve();
    await settled(service, event);
    await until(async () => {
      const running = await db
        .selectFrom('versions')
        .select('builder')
        .where('builder', 'is not', null)
        .execute();
      return running.length === 0;
    });
    const keys = Object.keys(await digests(store));
    assert.deepEqual(
      keys.filter((key) => key.endsWith('event.json') || key.startsWith('v1/')),
      [],
    );

    // A write that was on its way lands, and then its time is over.
    await store.write(`${archiveFolder(event)}1/late.ts`, 'x', {
      contentType: 'video/mp2t',
      cacheControl: 'no-cache',
    });
    await db
      .updateTable('versions')
      .set({ builder_until: new Date(Date.now() - 60_000) })
      .execute();
    await withdrawEvent(service.services, event, NEVER);
    assert.ok((await eventRow(service, event)).unpublish_confirmed_at);
    assert.deepEqual(await digests(store), {});
  });

  it('removes also what a write of a pointer brings back that was on its way', async (t) => {
    const service = await open(t);
    const { services } = service;
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    await services.db.updateTable('events').set({ wanted: 9 }).where('id', '=', event).execute();
    let isLate = false;
    const slow = watchStore(services.store, {});
    const write = slow.write.bind(slow);
    slow.write = async (key, ...given) => {
      if (key === pointerKey(event) && !isLate) {
        isLate = true;
        await unpublish(service);
        await until(async () => (await eventRow(service, event)).unpublish_left === 0);
      }
      await write(key, ...given);
    };
    const data = { eventId: event, generation: 9 };
    const attempt = { id: 'a-job', failures: 0, isLast: false, signal: NEVER, data };
    await publishEvent({ ...services, store: slow }, attempt);
    assert.ok(isLate);
    await until(async () => Object.keys(await digests(services.store)).length === 0);
  });

  it('removes also what a publication writes that slept until all was gone', async (t) => {
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const service = await open(t);
    const { db, store } = service.services;
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await db.updateTable('events').set({ wanted: 1 }).where('id', '=', event).execute();
    const asleep = watchStore(store, {});
    const copyFrom = asleep.copyFrom.bind(asleep);
    asleep.copyFrom = async (...given) => {
      reached.resolve();
      await gate.promise;
      await copyFrom(...given);
    };
    const data = { eventId: event, generation: 1 };
    const attempt = { id: 'a-job', failures: 0, isLast: false, signal: NEVER, data };
    const publishing = publishEvent({ ...service.services, store: asleep }, attempt);
    await reached.promise;
    await db
      .updateTable('versions')
      .set({ builder_until: new Date(Date.now() - 60_000) })
      .execute();
    await unpublish(service);
    await confirmed(service, event);
    gate.resolve();
    await publishing;
    await until(async () => Object.keys(await digests(store)).length === 0);
  });

  it('looks as often as it takes', async (t) => {
    const service = await open(t);
    const { db } = service.services;
    const event = await addEvent(service);
    const movers = JSON.stringify([{ token: 1, since: Date.now() }]);
    const unpublished_at = new Date(Date.now() - 34_000);
    await db.updateTable('events').set({ movers, unpublished_at }).where('id', '=', event).execute();
    await withdrawEvent(service.services, event, NEVER);
    // The clock of whoever looks next is behind.
    await db
      .updateTable('events')
      .set({ unpublished_at: new Date(unpublished_at.getTime() + 3_000) })
      .where('id', '=', event)
      .execute();
    await confirmed(service, event);
  });

  it('is not forgotten where the event is removed at the same moment', async (t) => {
    const service = await open(t);
    const { db } = service.services;
    const event = await addEvent(service);
    // Read before it was unpublished.
    await unpublish(service);
    await assert.rejects(removeEvent(db, 'default', event), { code: 'IN_USE' });
    await assert.rejects(removeEvent(db, 'default', 'evt_x'), { code: 'EVENT_NOT_FOUND' });
    await confirmed(service, event);
  });

  it('needs the key, and a reason', async (t) => {
    const service = await open(t);
    await addEvent(service);
    const url = '/v1/admin/events/show/unpublish';
    assert.equal((await service.app.inject({ method: 'POST', url, body: { reason: 'x' } })).statusCode, 401);
    const headers = { authorization: `Bearer ${ADMIN_KEY}` };
    assert.equal((await service.app.inject({ method: 'POST', url, headers, body: {} })).statusCode, 400);
  });
});
