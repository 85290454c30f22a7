import { readEvent } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { RecordingRow } from '../database/tables.ts';
import { readRecording } from '../recordings/recordings-repository.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { onEveryDatabase } from '../test/databases.ts';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../test/local-recording.ts';
import { readText } from '../test/stores.ts';
import { CHANNEL, testService, type TestService } from '../test/test-service.ts';
import { until } from '../test/until.ts';
import { pointerKey } from './archive-layout.ts';
import { publishRecording } from './request-publication.ts';

const STARTED = Date.UTC(2026, 2, 5, 8);
const NEVER = new AbortController().signal;

let recordings: LocalRecordings;
let short: WrittenRecording;
let long: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  short = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  long = await recordings.record({ durationSeconds: 8, script: [], startedAt: STARTED + 60_000 });
});
after(() => recordings.close());

/** Stores an ended recording of the event, as its notification would, without asking for its publication. */
async function addRecording(
  { services: { db } }: TestService,
  eventId: string,
  { bucket, prefix, durationMs }: Pick<WrittenRecording, 'bucket' | 'prefix' | 'durationMs'>,
): Promise<number> {
  const time = new Date(STARTED + 600_000);
  const { id } = await db
    .insertInto('recordings')
    .values({
      bucket,
      prefix,
      channel_arn: CHANNEL,
      shop: 'default',
      event_id: eventId,
      started_at: new Date(STARTED),
      ended_at: time,
      duration_ms: durationMs,
      state: 'ended',
      updated_at: time,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function addEvent(service: TestService): Promise<string> {
  const body = { slug: 'show', title: 'Show', currency: 'EUR' };
  const { id } = (await service.admin('POST', '/events', body)) as { id: string };
  return id;
}

const rowOf = async ({ services: { db } }: TestService, id: number): Promise<RecordingRow> => {
  const row = await readRecording(db, id);
  assert.ok(row);
  return row;
};

/** How long the archive is, in whole seconds, to which each of the event's pointers leads. */
async function secondsAt({ services: { store } }: TestService, ...names: string[]): Promise<number[]> {
  return Promise.all(
    names.map(async (name) => {
      const read = readEvent(JSON.parse((await readText(store, pointerKey(name))) ?? 'null'));
      assert.ok(read.ok && read.value.playback?.type === 'archive');
      return Math.round(read.value.playback.duration);
    }),
  );
}

onEveryDatabase('the recordings of one event', (database) => {
  it('leave both pointers at the longest, when a write of an overtaken publication lands last', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const { db, jobs, log, store, openRecordings } = service.services;
    const options = { db, jobs, log, openRecordings };
    const event = await addEvent(service);
    const first = await addRecording(service, event, short);
    const attempt = { data: { recordingId: first }, isLast: false, signal: NEVER };
    let second: number | undefined;
    // The longer recording comes, and is published as a whole, while the write of the pointer is on its way.
    const slow: ObjectStore = {
      read: (...given) => store.read(...given),
      head: (...given) => store.head(...given),
      list: (...given) => store.list(...given),
      copyFrom: (...given) => store.copyFrom(...given),
      remove: (...given) => store.remove(...given),
      async write(key, ...given) {
        if (key === pointerKey(event) && second === undefined) {
          second = await addRecording(service, event, long);
          await publishRecording({ ...options, store }, { ...attempt, data: { recordingId: second } });
        }
        await store.write(key, ...given);
      },
    };
    await assert.rejects(publishRecording({ ...options, store: slow }, attempt), {
      code: 'PUBLICATION_SUPERSEDED',
    });
    await publishRecording({ ...options, store }, attempt);
    assert.deepEqual(await secondsAt(service, event, 'show'), [8, 8]);
    assert.equal((await rowOf(service, first)).state, 'set-aside');
    assert.equal((await rowOf(service, second ?? 0)).state, 'published');
  });

  it('give their event the longest that can be published', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const { db, jobs } = service.services;
    const event = await addEvent(service);
    const good = await addRecording(service, event, short);
    // No bucket has such a name, so that there is nothing to be tried again.
    const bad = await addRecording(service, event, { bucket: 'No Bucket', prefix: 'x', durationMs: 60_000 });
    await jobs.send(db, 'publish-recording', 'good', { recordingId: good });
    await until(async () => (await rowOf(service, good)).state === 'set-aside');
    await jobs.send(db, 'publish-recording', 'bad', { recordingId: bad });
    await until(async () => (await rowOf(service, good)).state === 'published');
    assert.equal((await rowOf(service, bad)).state, 'failed');
    assert.deepEqual(await secondsAt(service, event, 'show'), [4, 4]);
  });

  it('try one that failed again when it is asked for again', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const { db, jobs } = service.services;
    const event = await addEvent(service);
    const other = await addRecording(service, event, short);
    await jobs.send(db, 'publish-recording', 'other', { recordingId: other });
    await until(async () => (await rowOf(service, other)).state === 'published');
    const repaired = await addRecording(service, event, long);
    await db.updateTable('recordings').set({ state: 'failed' }).where('id', '=', repaired).execute();
    await jobs.send(db, 'publish-recording', 'repaired', { recordingId: repaired });
    await until(async () => (await rowOf(service, repaired)).state === 'published');
    assert.equal((await rowOf(service, other)).state, 'set-aside');
    assert.deepEqual(await secondsAt(service, event, 'show'), [8, 8]);
  });
});
