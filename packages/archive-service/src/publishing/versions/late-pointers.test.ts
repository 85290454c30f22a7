import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { ObjectStore } from '../../stores/object-store.ts';
import { onEveryDatabase } from '../../test/databases.ts';
import { addEvent, addRecording, eventRow, pointerAt, publish, STARTED } from '../../test/events.ts';
import { startLocalRecordings } from '../../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../../test/local-recording.ts';
import { testService, type TestService } from '../../test/test-service.ts';
import { readText } from '../../test/stores.ts';
import { until } from '../../test/until.ts';
import { watchStore } from '../../test/watched-store.ts';
import { describeKey, pointerKey } from '../archive-layout.ts';
import { publishEvent } from '../publish-event.ts';

let recordings: LocalRecordings;
let first: WrittenRecording;
let second: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  first = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  second = await recordings.record({ durationSeconds: 6, script: [], startedAt: STARTED + 60_000 });
});
after(() => recordings.close());

/** Publishes an event that is published already, by a worker whose write of the pointer at `show` is on its way while something else happens. */
async function publishSlowly(
  { services }: TestService,
  event: string,
  meanwhile: () => Promise<void>,
): Promise<void> {
  let isOnItsWay = false;
  const slow: ObjectStore = watchStore(services.store, {});
  const write = slow.write.bind(slow);
  slow.write = async (key, ...given) => {
    if (key === pointerKey('show') && !isOnItsWay) {
      isOnItsWay = true;
      await meanwhile();
    }
    await write(key, ...given);
  };
  const { wanted } = await services.db
    .updateTable('events')
    .set(({ eb }) => ({ wanted: eb('wanted', '+', 1) }))
    .where('id', '=', event)
    .returning('wanted')
    .executeTakeFirstOrThrow();
  const data = { eventId: event, generation: wanted };
  const signal = new AbortController().signal;
  await publishEvent({ ...services, store: slow }, { id: 'a-job', failures: 0, isLast: false, signal, data });
  assert.ok(isOnItsWay);
}

onEveryDatabase('a write of a pointer that lands late', (database) => {
  async function open(t: Parameters<typeof testService>[0]) {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    return { service, event };
  }

  /** The slug goes to another event, which is published under it. */
  async function handOver(service: TestService): Promise<string> {
    await service.admin('PATCH', '/events/show', { slug: 'renamed' });
    await until(async () => (await pointerAt(service, 'show')) === undefined);
    const other = await addEvent(service, { slug: 'show' });
    await addRecording(service, other, second);
    await publish(service, other);
    return other;
  }

  it('does not keep a slug from the event that has it by then', async (t) => {
    const { service, event } = await open(t);
    let other = '';
    await publishSlowly(service, event, async () => {
      other = await handOver(service);
    });
    await until(async () => (await pointerAt(service, 'show'))?.id === other);
    assert.equal((await pointerAt(service, 'renamed'))?.id, event);
  });

  it('does not show what was unpublished under a slug that another event has by then', async (t) => {
    const { service, event } = await open(t);
    let other = '';
    await publishSlowly(service, event, async () => {
      other = await handOver(service);
      await service.admin('POST', '/events/renamed/unpublish', { reason: 'a recall' });
      await until(async () => (await eventRow(service, event)).unpublish_left === 0);
    });
    await until(async () => (await pointerAt(service, 'show'))?.id === other);
    assert.equal(await pointerAt(service, event), undefined);
  });

  it('is looked after where its writer died, though the event has another slug by then', async (t) => {
    const { service, event } = await open(t);
    const { db, store } = service.services;
    const stray = await readText(store, pointerKey('show'));
    const { fence } = await eventRow(service, event);
    // Of a move that began long ago and was never heard of again: its last write lands within seconds.
    const movers = JSON.stringify([{ token: fence, since: Date.now() - 33_000 }]);
    await db.updateTable('events').set({ movers }).where('id', '=', event).execute();
    await service.admin('PATCH', '/events/show', { slug: 'renamed' });
    await until(async () => (await pointerAt(service, 'show')) === undefined);
    await store.write(pointerKey('show'), stray ?? '', describeKey(pointerKey('show')));
    await until(async () => (await pointerAt(service, 'show')) === undefined);
    assert.equal((await pointerAt(service, 'renamed'))?.id, event);
  });
});
