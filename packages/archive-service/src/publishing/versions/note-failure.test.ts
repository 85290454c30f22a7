import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { onEveryDatabase } from '../../test/databases.ts';
import {
  addEvent,
  addRecording,
  eventRow,
  pointerAt,
  recordingRow,
  settled,
  STARTED,
  versionAt,
  versionsOf,
} from '../../test/events.ts';
import { ServiceError } from '../../errors.ts';
import { startLocalRecordings } from '../../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../../test/local-recording.ts';
import { testService, type TestService } from '../../test/test-service.ts';
import { watchStore, type StoreCall, type StoreWatch } from '../../test/watched-store.ts';
import { sweep } from '../../sweep/sweep.ts';
import { publishEvent } from '../publish-event.ts';
import { noteFailure } from './note-failure.ts';
import { readWish } from './wish.ts';

let recordings: LocalRecordings;
let whole: WrittenRecording;
let torn: WrittenRecording;
let later: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  whole = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  later = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED + 120_000 });
  torn = await recordings.record({
    durationSeconds: 4,
    script: [],
    startedAt: STARTED + 60_000,
    faults: { missingSegment: { rendition: '360p30', file: 0 } },
  });
});
after(() => recordings.close());

const LATER = { started_at: new Date(STARTED + 60_000) };

interface Attempt {
  readonly failures?: number;
  readonly isLast?: boolean;
  readonly watch?: StoreWatch;
  readonly watchRecordings?: StoreWatch;
}

/** An attempt of the job; no worker takes it up again by itself. */
async function attempt(
  { services }: TestService,
  eventId: string,
  { failures = 0, isLast = false, watch = {}, watchRecordings = {} }: Attempt = {},
): Promise<void> {
  const data = { eventId, generation: 1 };
  const signal = new AbortController().signal;
  await publishEvent(
    {
      ...services,
      store: watchStore(services.store, watch),
      openRecordings: (bucket) => watchStore(services.openRecordings(bucket), watchRecordings),
    },
    { id: 'a-job', failures, isLast, signal, data },
  );
}

onEveryDatabase('a publication that fails', (database) => {
  async function open(t: Parameters<typeof testService>[0]) {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    await service.services.db.updateTable('events').set({ wanted: 1 }).where('id', '=', event).execute();
    return { service, event };
  }

  it('says why, and gives a recording up at the last attempt', async (t) => {
    const { service, event } = await open(t);
    const id = await addRecording(service, event, torn);
    await assert.rejects(attempt(service, event), { code: 'SEGMENT_MISSING' });
    const { state, problem } = await recordingRow(service, id);
    assert.equal(state, 'retrying');
    assert.match(problem ?? '', /360p30.*is missing|missing.*360p30/);
    assert.equal((await eventRow(service, event)).settled, 0);

    await attempt(service, event, { failures: 8, isLast: true });
    assert.equal((await recordingRow(service, id)).state, 'failed');
    assert.equal((await eventRow(service, event)).settled, 1);
    assert.equal(await versionAt(service, 'show'), undefined);
  });

  it('lets what was copied of a recording that is given up go with its version', async (t) => {
    const { service, event } = await open(t);
    const { db } = service.services;
    const retired = async (): Promise<(Date | null)[]> => {
      const rows = await db
        .selectFrom('versions')
        .select('retired_at')
        .where('event_id', '=', event)
        .execute();
      return rows.map(({ retired_at }) => retired_at);
    };
    const id = await addRecording(service, event, torn);
    await assert.rejects(attempt(service, event), { code: 'SEGMENT_MISSING' });
    assert.deepEqual(await retired(), [null], 'it is tried again, and goes on with what is there');
    await attempt(service, event, { failures: 8, isLast: true });
    assert.equal((await recordingRow(service, id)).state, 'failed');
    assert.ok((await retired())[0]);
  });

  it('is made without a recording that has kept the others waiting long enough', async (t) => {
    const { service, event } = await open(t);
    const good = await addRecording(service, event, whole);
    const bad = await addRecording(service, event, torn, LATER);
    await assert.rejects(attempt(service, event), { code: 'SEGMENT_MISSING' });
    await attempt(service, event, { failures: 2 });
    assert.deepEqual(
      [(await recordingRow(service, good)).state, (await recordingRow(service, bad)).state],
      ['published', 'failed'],
    );
    assert.ok(await versionAt(service, 'show'));
  });

  it('does not wait for a recording that may not be read, and goes on asking for a lone one', async (t) => {
    const { service, event } = await open(t);
    const good = await addRecording(service, event, whole);
    const denied = await addRecording(service, event, torn, LATER);
    const watchRecordings: StoreWatch = {
      before: ({ key }) => {
        if (key.startsWith(torn.prefix)) throw new ServiceError('STORE_DENIED', 'it may not be read');
      },
    };
    await assert.rejects(attempt(service, event, { watchRecordings }), { code: 'STORE_DENIED' });
    await attempt(service, event, { failures: 2, watchRecordings });
    assert.deepEqual(
      [(await recordingRow(service, good)).state, (await recordingRow(service, denied)).state],
      ['published', 'failed'],
    );

    const { services } = service;
    const alone = await addEvent(service, { slug: 'alone' });
    await services.db.updateTable('events').set({ wanted: 1 }).where('id', '=', alone).execute();
    await services.db.deleteFrom('recordings').where('id', '=', denied).execute();
    const lone = await addRecording(service, alone, torn);
    const last = attempt(service, alone, { failures: 8, isLast: true, watchRecordings });
    await assert.rejects(last, { code: 'STORE_DENIED' });
    assert.equal((await recordingRow(service, lone)).state, 'retrying');
  });

  it('gives none up while their bucket refuses all of them', async (t) => {
    const { service, event } = await open(t);
    const ids = [
      await addRecording(service, event, whole),
      await addRecording(service, event, torn, LATER),
      await addRecording(service, event, later, { started_at: new Date(STARTED + 120_000) }),
    ];
    const watchRecordings: StoreWatch = {
      before: () => {
        throw new ServiceError('STORE_DENIED', 'it may not be read');
      },
    };
    const third = attempt(service, event, { failures: 2, watchRecordings });
    await assert.rejects(third, { code: 'STORE_DENIED' });
    for (const id of ids) assert.equal((await recordingRow(service, id)).state, 'retrying');
  });

  it('takes in again what was refused, once it can be read', async (t) => {
    const { service, event } = await open(t);
    const { services } = service;
    const signal = new AbortController().signal;
    const good = await addRecording(service, event, whole);
    const denied = await addRecording(service, event, later, LATER);
    const refusing: StoreWatch = {
      before: ({ key }) => {
        if (key.startsWith(later.prefix)) throw new ServiceError('STORE_DENIED', 'It may not be read.');
      },
    };
    await attempt(service, event, { failures: 2, watchRecordings: refusing });
    const { state, problem } = await recordingRow(service, denied);
    assert.deepEqual([state, problem?.includes('as soon as it can be read')], ['failed', true]);
    assert.equal((await recordingRow(service, good)).state, 'published');

    assert.equal(
      (await sweep(services, signal))?.['recordings no longer refused'],
      0,
      'it was just given up',
    );
    await services.db
      .updateTable('recordings')
      .set({ updated_at: new Date(Date.now() - 20 * 60_000) })
      .where('id', '=', denied)
      .execute();
    // All of it, its media alone, its list alone: to take it in for less would be to give it up again.
    const some = (part: (call: StoreCall) => boolean): StoreWatch => ({
      before: (call) => {
        if (part(call)) refusing.before?.(call);
      },
    });
    for (const watch of [
      refusing,
      some(({ key }) => key.endsWith('.ts')),
      some(({ operation }) => operation === 'list'),
    ]) {
      const openRecordings = (bucket: string) => watchStore(services.openRecordings(bucket), watch);
      const refused = await sweep({ ...services, openRecordings }, signal);
      assert.equal(refused?.['recordings no longer refused'], 0);
      assert.equal((await recordingRow(service, denied)).state, 'failed');
    }

    assert.equal((await sweep(services, signal))?.['recordings no longer refused'], 1);
    await settled(service, event);
    assert.deepEqual(
      [(await recordingRow(service, denied)).state, (await recordingRow(service, denied)).problem],
      ['published', null],
    );
    assert.deepEqual(await versionsOf(service, event), ['1 published *', '2 published']);
  });

  /** As if files of a recording were not there for a while. */
  const without = ({ prefix }: WrittenRecording): StoreWatch => ({
    before: ({ key }) => {
      if (key.startsWith(prefix)) throw new ServiceError('RECORDING_MISSING', `There is no ${key}.`);
    },
  });
  const lookNow = ({ services }: TestService, id: number) =>
    services.db
      .updateTable('recordings')
      .set({ look_again_at: new Date(Date.now() - 1_000) })
      .where('id', '=', id)
      .execute();
  const foundComplete = async ({ services }: TestService, watch: StoreWatch = {}): Promise<unknown> => {
    const openRecordings = (bucket: string) => watchStore(services.openRecordings(bucket), watch);
    const found = await sweep({ ...services, openRecordings }, new AbortController().signal);
    return found?.['recordings complete again'];
  };

  it('takes in again what had files missing, once they are there, and looks seldom', async (t) => {
    const { service, event } = await open(t);
    await addRecording(service, event, whole);
    const gone = await addRecording(service, event, later, LATER);
    const watchRecordings = without(later);
    await attempt(service, event, { failures: 2, watchRecordings });
    const { state, problem, look_again_at: first } = await recordingRow(service, gone);
    assert.deepEqual([state, /looked at every hour/.test(problem ?? '')], ['failed', true]);
    assert.ok(first && first.getTime() > Date.now() + 3_000_000);
    assert.equal(await foundComplete(service), 0, 'not yet');
    await lookNow(service, gone);
    assert.equal(await foundComplete(service, watchRecordings), 0);
    const next = await recordingRow(service, gone);
    assert.equal(next.state, 'failed');
    assert.ok(next.look_again_at && next.look_again_at > first, 'an hour later');
    await lookNow(service, gone);
    assert.equal(await foundComplete(service), 1);
    await settled(service, event);
    const { state: last, look_again_at } = await recordingRow(service, gone);
    assert.deepEqual([last, look_again_at], ['published', null]);
    assert.deepEqual(await versionsOf(service, event), ['1 published *', '2 published']);
  });

  it('takes nothing from viewers that they have, and gives them the catalogue of now', async (t) => {
    const { service, event } = await open(t);
    const { db } = service.services;
    const ids = [await addRecording(service, event, whole), await addRecording(service, event, later, LATER)];
    await attempt(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published *']);
    await db
      .updateTable('events')
      .set({ wanted: 2, replay_offers: true, title: 'Renamed' })
      .where('id', '=', event)
      .execute();
    const watchRecordings = without(later);
    await assert.rejects(attempt(service, event, { watchRecordings }), { code: 'RECORDING_MISSING' });
    await attempt(service, event, { failures: 2, watchRecordings });
    for (const id of ids) assert.equal((await recordingRow(service, id)).state, 'published');
    assert.deepEqual(await versionsOf(service, event), ['1 published *', '2 publishing']);
    assert.equal(await versionAt(service, 'show'), 1);
    assert.equal((await pointerAt(service, 'show'))?.title, 'Renamed');
    const { wanted, settled: done, problem } = await eventRow(service, event);
    assert.deepEqual([done, /Viewers keep what they have/.test(problem ?? '')], [wanted, true]);

    await lookNow(service, ids[1] ?? 0);
    assert.equal(await foundComplete(service), 1);
    await settled(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published', '2 published *']);
    assert.equal((await eventRow(service, event)).problem, null);
    assert.equal((await recordingRow(service, ids[1] ?? 0)).look_again_at, null);
  });

  it('takes in what came later once files of what is shown are back, though the catalogue changed', async (t) => {
    const { service, event } = await open(t);
    const { db } = service.services;
    const wants = (title: string, wanted: number) =>
      db.updateTable('events').set({ wanted, title }).where('id', '=', event).execute();
    await addRecording(service, event, whole);
    await attempt(service, event);
    const added = await addRecording(service, event, later, LATER);
    await wants('With another', 2);
    await attempt(service, event, { failures: 2, watchRecordings: without(whole) });
    assert.equal((await recordingRow(service, added)).state, 'failed');
    await wants('Renamed', 3);
    await attempt(service, event);
    assert.equal((await pointerAt(service, 'show'))?.title, 'Renamed');

    await db
      .updateTable('recordings')
      .set({ look_again_at: new Date(0) })
      .where('look_again_at', 'is not', null)
      .execute();
    assert.equal(await foundComplete(service), 1);
    await settled(service, event);
    assert.equal((await recordingRow(service, added)).state, 'published');
    assert.deepEqual(await versionsOf(service, event), ['1 published', '2 published *']);
  });

  it('gives nothing up that somebody asked for again meanwhile', async (t) => {
    const { service, event } = await open(t);
    const { db } = service.services;
    const want = (wanted: number) =>
      db.updateTable('events').set({ wanted }).where('id', '=', event).execute();
    const shown = await addRecording(service, event, whole);
    await attempt(service, event);
    const added = await addRecording(service, event, later, LATER);
    await want(2);
    const wish = await readWish(db, event);
    assert.ok(wish);
    await want(3);
    const error = new ServiceError('RECORDING_MISSING', 'It is not there.', {
      details: { recording: shown },
    });
    const signal = new AbortController().signal;
    const data = { eventId: event, generation: 2 };
    await noteFailure(
      service.services,
      wish,
      { id: 'a-job', failures: 2, isLast: false, signal, data },
      error,
    );
    assert.equal((await recordingRow(service, added)).state, 'ended');
    await attempt(service, event);
    assert.equal((await recordingRow(service, added)).state, 'published');
  });

  it('blames no recording for a bucket in which all of them lie', async (t) => {
    const { service, event } = await open(t);
    const ids = [await addRecording(service, event, whole), await addRecording(service, event, torn, LATER)];
    const watchRecordings: StoreWatch = {
      before: () => {
        throw new ServiceError('STORE_BUCKET_MISSING', 'there is no such bucket');
      },
    };
    const last = attempt(service, event, { failures: 8, isLast: true, watchRecordings });
    await assert.rejects(last, { code: 'STORE_BUCKET_MISSING' });
    for (const id of ids) assert.equal((await recordingRow(service, id)).state, 'retrying');
  });

  it('never gives a recording up because a store is away', async (t) => {
    const { service, event } = await open(t);
    const id = await addRecording(service, event, whole);
    const watch: StoreWatch = {
      before: ({ operation }) => {
        if (operation === 'write') throw new Error('connect ECONNREFUSED');
      },
    };
    await assert.rejects(attempt(service, event, { failures: 8, isLast: true, watch }), /ECONNREFUSED/);
    const { state, problem } = await recordingRow(service, id);
    assert.deepEqual([state, /tried again/.test(problem ?? '')], ['retrying', true]);
    await attempt(service, event);
    assert.equal((await recordingRow(service, id)).state, 'published');
    assert.deepEqual(await versionsOf(service, event), ['1 published *']);
    assert.equal((await eventRow(service, event)).problem, null);
  });
});
