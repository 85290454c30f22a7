import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { ObjectStore } from '../stores/object-store.ts';
import { onEveryDatabase } from '../test/databases.ts';
import {
  addEvent,
  addRecording,
  digests,
  eventRow,
  pointerAt,
  publish,
  recordingRow,
  settled,
  STARTED,
  versionAt,
  versionsOf,
} from '../test/events.ts';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../test/local-recording.ts';
import { product } from '../test/samples.ts';
import { testService, type TestService } from '../test/test-service.ts';
import { until } from '../test/until.ts';
import { watchStore } from '../test/watched-store.ts';
import { pointerKey } from './archive-layout.ts';
import { publishEvent, type Checkpoint } from './publish-event.ts';
import { requestPublication } from './request-publication.ts';

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

/** Of both of the same form: one begins a minute after the other. */
const LATER = { started_at: new Date(STARTED + 60_000) };
const BROKEN = { bucket: 'No Bucket', prefix: 'x', durationMs: 60_000 };

interface RunOptions {
  readonly id?: string;
  readonly signal?: AbortSignal;
  readonly checkpoint?: Checkpoint;
}

/** Runs the job for the event as a worker of another process would, with a store of its own. */
async function runJob(
  { services }: TestService,
  eventId: string,
  store: ObjectStore,
  { id = 'a-job', signal = NEVER, checkpoint }: RunOptions = {},
): Promise<void> {
  const { wanted } = await services.db
    .selectFrom('events')
    .select('wanted')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow();
  const attempt = { id, failures: 0, isLast: false, signal, data: { eventId, generation: wanted } };
  await publishEvent({ ...services, store, ...(checkpoint && { checkpoint }) }, attempt);
}

onEveryDatabase('publishing an event', (database) => {
  const open = (t: Parameters<typeof testService>[0], checkpoint?: (step: string) => Promise<void>) =>
    testService(t, database, { RECORDINGS_URL: recordings.url }, checkpoint && { checkpoint });

  it('makes one version, however often it is asked for', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    const recording = await addRecording(service, event, first);
    await publish(service, event);
    const published = await digests(service.services.store);
    await publish(service, event);
    assert.deepEqual(await digests(service.services.store), published);
    assert.deepEqual(await versionsOf(service, event), ['1 published *']);
    assert.deepEqual(await pointerAt(service, 'show'), await pointerAt(service, event));
    assert.equal((await recordingRow(service, recording)).state, 'published');
    assert.equal((await eventRow(service, event)).status, 'archived');
  });

  it('makes another version when another recording comes, and leaves the old one in its place', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    const old = await digests(service.services.store);
    await addRecording(service, event, second, LATER);
    await publish(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published', '2 published *']);
    assert.deepEqual([await versionAt(service, event), await versionAt(service, 'show')], [2, 2]);
    const now = await digests(service.services.store);
    for (const [key, text] of Object.entries(old))
      if (key.startsWith('archive/')) assert.equal(now[key], text);
  });

  it('waits for a recording that IVS is still writing', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    const ended = await addRecording(service, event, first);
    const running = await addRecording(service, event, second, {
      ...LATER,
      state: 'recording',
      ended_at: null,
    });
    await publish(service, event);
    assert.deepEqual(await versionsOf(service, event), []);
    assert.match((await recordingRow(service, ended)).problem ?? '', /other recording has ended/);
    const { db } = service.services;
    await db
      .updateTable('recordings')
      .set({ state: 'ended', ended_at: new Date() })
      .where('id', '=', running)
      .execute();
    await publish(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published *']);
    assert.equal((await recordingRow(service, ended)).problem, null);
  });

  it('moves the pointers alone when the catalogue changes', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    await service.admin('PATCH', '/events/show', { title: 'Another name' });
    await settled(service, event);
    assert.equal((await pointerAt(service, 'show'))?.title, 'Another name');

    await service.admin('POST', '/products', product('mug'));
    await service.admin('PATCH', '/events/show', { products: ['mug'] });
    await service.admin('PUT', '/products/mug', { ...product('mug'), title: 'A better mug' });
    await settled(service, event);
    assert.equal((await pointerAt(service, 'show'))?.products[0]?.title, 'A better mug');
    const { wanted } = await eventRow(service, event);
    await service.admin('PUT', '/products/mug', { ...product('mug'), title: 'A better mug' });
    assert.equal((await eventRow(service, event)).wanted, wanted, 'nothing has changed');
    await service.admin('DELETE', '/products/mug');
    await settled(service, event);
    assert.deepEqual((await pointerAt(service, 'show'))?.products, []);
    assert.deepEqual(await versionsOf(service, event), ['1 published *']);
  });

  it('says the same in its own answers as in the store', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    const answer = await service.app.inject(`/v1/events/${event}`);
    const base = new URL(`/media/v1/events/${event}`, String(answer.json().playback.url));
    const absolute = JSON.parse(JSON.stringify(await pointerAt(service, event)), (_key, value: unknown) =>
      typeof value === 'string' && value.startsWith('../') ? new URL(value, base).href : value,
    );
    assert.deepEqual(answer.json(), absolute);
  });

  it('does not wait for a recording that cannot be published', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    // No bucket has such a name, so that there is nothing to be tried again.
    const bad = await addRecording(service, event, BROKEN, { started_at: new Date(STARTED - 60_000) });
    const good = await addRecording(service, event, first);
    await publish(service, event);
    assert.equal((await recordingRow(service, good)).state, 'published');
    const { state, problem } = await recordingRow(service, bad);
    assert.deepEqual([state, problem], ['failed', '"No Bucket" cannot be the name of a bucket.']);
    assert.ok(await versionAt(service, 'show'));
  });

  it('leaves the pointers at the newest, when a write of an overtaken publication lands last', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    await addRecording(service, event, first);
    const { store, db, jobs } = service.services;
    let overtaken = false;
    // A longer recording comes, and is published as a whole, while the write of a pointer is on its way.
    const slow = watchStore(store, {});
    const write = slow.write.bind(slow);
    slow.write = async (key, ...given) => {
      if (key === pointerKey(event) && !overtaken) {
        overtaken = true;
        await addRecording(service, event, second, LATER);
        await db.transaction().execute((trx) => requestPublication(trx, jobs, event));
        await until(async () => (await versionAt(service, 'show')) === 2);
      }
      await write(key, ...given);
    };
    await db.updateTable('events').set({ wanted: 1 }).where('id', '=', event).execute();
    await runJob(service, event, slow);
    assert.ok(overtaken);
    await until(
      async () => (await versionAt(service, event)) === 2 && (await versionAt(service, 'show')) === 2,
    );
  });

  it('goes on with the same version and to the same bytes, wherever it was interrupted', async (t) => {
    const undisturbed = await open(t);
    const id = 'evt_0123456789abcdef01';
    const row = {
      id,
      slug: 'show',
      shop: 'default',
      title: 'Show',
      status: 'ended',
      currency: 'EUR',
    } as const;
    const time = new Date(STARTED);
    const values = {
      ...row,
      replay_offers: false,
      listed: true,
      created_at: time,
      updated_at: time,
      catalogue_at: time,
    };
    await undisturbed.services.db.insertInto('events').values(values).execute();
    await addRecording(undisturbed, id, first);
    await publish(undisturbed, id);
    const expected = await digests(undisturbed.services.store);

    const service = await open(t);
    const { services } = service;
    await services.db
      .insertInto('events')
      .values({ ...values, wanted: 1 })
      .execute();
    const recording = await addRecording(service, id, first);
    for (const step of ['scan-media', 'write-event', 'move-pointer:id'] as const) {
      const ending = new AbortController();
      const checkpoint: Checkpoint = async (done) => {
        if (done === step) ending.abort(new Error('the process ends'));
        ending.signal.throwIfAborted();
      };
      const died = runJob(service, id, services.store, { signal: ending.signal, checkpoint });
      await assert.rejects(died, /the process ends/, step);
      assert.equal((await recordingRow(service, recording)).state, 'publishing');
    }
    await runJob(service, id, services.store);
    assert.deepEqual(await digests(services.store), expected);
    assert.deepEqual(await versionsOf(service, id), ['1 published *']);
  });

  it('leaves a version to whoever is making it', async (t) => {
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    let builds = 0;
    const service = await open(t, async (step) => {
      if (step !== 'copy-media') return;
      builds += 1;
      reached.resolve();
      await gate.promise;
    });
    const event = await addEvent(service);
    await addRecording(service, event, first);
    const { db, jobs, store } = service.services;
    await db.transaction().execute((trx) => requestPublication(trx, jobs, event));
    await reached.promise;
    await service.admin('PATCH', '/events/show', { title: 'Changed meanwhile' });
    await runJob(service, event, store, { id: 'another-job' });
    assert.equal(await versionAt(service, event), undefined);
    gate.resolve();
    await settled(service, event);
    assert.equal((await pointerAt(service, event))?.title, 'Changed meanwhile');
    assert.equal(builds, 1);
  });

  it('stops to make what is no longer wanted', async (t) => {
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    let isHeld = false;
    const service = await open(t, async (step) => {
      if (step !== 'verify-media' || isHeld) return;
      isHeld = true;
      reached.resolve();
      await gate.promise;
    });
    const event = await addEvent(service);
    await addRecording(service, event, first);
    const { db, jobs, store } = service.services;
    await db.transaction().execute((trx) => requestPublication(trx, jobs, event));
    await reached.promise;
    await addRecording(service, event, second, LATER);
    await db.transaction().execute((trx) => requestPublication(trx, jobs, event));
    await settled(service, event);
    assert.equal(await versionAt(service, event), 2);
    gate.resolve();
    await service.services.jobs.stop();
    const rows = Object.keys(await digests(store)).filter((key) => key.startsWith(`archive/${event}/1/`));
    assert.deepEqual(
      rows.filter((key) => key.endsWith('event.json')),
      [],
    );
    assert.deepEqual(await versionsOf(service, event), ['1 publishing', '2 published *']);
  });

  it('takes the pointer of a former slug away, unless another event has it', async (t) => {
    const service = await open(t);
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    await service.admin('PATCH', '/events/show', { slug: 'renamed' });
    await settled(service, event);
    assert.equal(await pointerAt(service, 'show'), undefined);
    assert.equal((await pointerAt(service, 'renamed'))?.id, event);

    const other = await addEvent(service, { slug: 'show' });
    await addRecording(service, other, second);
    await publish(service, other);
    await service.services.db
      .updateTable('events')
      .set({ pointers: JSON.stringify([pointerKey('show')]) })
      .where('id', '=', event)
      .execute();
    await publish(service, event);
    assert.equal((await pointerAt(service, 'show'))?.id, other);
  });
});
