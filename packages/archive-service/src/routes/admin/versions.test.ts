import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { collectVersions } from '../../publishing/versions/collect-versions.ts';
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
  versionAt,
  versionsOf,
} from '../../test/events.ts';
import { startLocalRecordings } from '../../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../../test/local-recording.ts';
import { testService } from '../../test/test-service.ts';
import { until } from '../../test/until.ts';
import { watchStore } from '../../test/watched-store.ts';

let recordings: LocalRecordings;
let first: WrittenRecording;
let second: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  first = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  second = await recordings.record({ durationSeconds: 6, script: [], startedAt: STARTED + 60_000 });
});
after(() => recordings.close());

const LATER = { started_at: new Date(STARTED + 60_000) };
const HOUR = 3_600_000;

interface Versions {
  readonly versions: readonly {
    readonly version: number;
    readonly reason: string;
    readonly current: boolean;
    readonly restored: boolean;
    readonly duration: number | null;
    readonly state: string;
  }[];
}

onEveryDatabase('versions of an archive', (database) => {
  async function twoVersions(t: Parameters<typeof testService>[0]) {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    await addRecording(service, event, second, LATER);
    await publish(service, event);
    return { service, event };
  }

  it('say why there are they, and which one viewers get', async (t) => {
    const { service } = await twoVersions(t);
    const { versions } = (await service.admin('GET', '/events/show/versions')) as Versions;
    assert.deepEqual(
      versions.map(({ version, reason, current, state }) => [version, reason, current, state]),
      [
        [2, 'A recording came.', true, 'published'],
        [1, 'The first publication.', false, 'published'],
      ],
    );
    assert.deepEqual(
      versions.map(({ duration }) => Math.round(duration ?? 0)),
      [10, 4],
    );
  });

  it('can be restored, until another recording comes', async (t) => {
    const { service, event } = await twoVersions(t);
    await service.admin('POST', '/events/show/versions/1/restore');
    await settled(service, event);
    assert.deepEqual([await versionAt(service, 'show'), await versionAt(service, event)], [1, 1]);
    await publish(service, event);
    assert.equal(await versionAt(service, 'show'), 1);
    const { versions } = (await service.admin('GET', '/events/show/versions')) as Versions;
    assert.deepEqual(
      versions.map(({ restored }) => restored),
      [false, true],
    );

    const third = await recordings.record({ durationSeconds: 2, script: [], startedAt: STARTED + 120_000 });
    await addRecording(service, event, third, { started_at: new Date(STARTED + 120_000) });
    await publish(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published', '2 published', '3 published *']);
    assert.equal((await eventRow(service, event)).pinned_version, null);
    await assert.rejects(service.admin('POST', '/events/show/versions/9/restore'), /404 .*VERSION_NOT_FOUND/);
  });

  it('are removed when their time is over, but not the one that viewers get or that was restored', async (t) => {
    const { service, event } = await twoVersions(t);
    const { services } = service;
    const later = new Date(Date.now() + 200 * HOUR);
    assert.equal(await collectVersions(services, new Date()), 0);

    await service.admin('POST', '/events/show/versions/1/restore');
    await settled(service, event);
    assert.equal(await collectVersions(services, later), 1);
    assert.deepEqual(await versionsOf(service, event), ['1 published *', '2 collected']);
    const left = Object.keys(await digests(services.store));
    assert.ok(left.some((key) => key.startsWith(`archive/${event}/1/`)));
    assert.deepEqual(
      left.filter((key) => key.startsWith(`archive/${event}/2/`)),
      [],
    );
    await assert.rejects(
      service.admin('POST', '/events/show/versions/2/restore'),
      /409 .*VERSION_UNAVAILABLE/,
    );
    assert.equal(await collectVersions(services, later), 0);

    // What was collected and is wanted again gets a new number: its path may still be in a cache.
    await services.db.updateTable('events').set({ pinned_version: null }).where('id', '=', event).execute();
    await publish(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published', '2 collected', '3 published *']);
  });

  it('go on being removed after that was cut short', async (t) => {
    const { service, event } = await twoVersions(t);
    const { services } = service;
    const later = new Date(Date.now() + 200 * HOUR);
    const store = watchStore(services.store, {
      before: ({ operation }) => {
        if (operation === 'remove') throw new Error('the process ends');
      },
    });
    const dying = { ...services, store };
    await assert.rejects(collectVersions(dying, later), /the process ends/);
    assert.deepEqual(await versionsOf(service, event), ['1 collected', '2 published *']);
    assert.equal(await collectVersions(services, later), 1);
    const left = Object.keys(await digests(services.store));
    assert.ok(!left.some((key) => key.startsWith(`archive/${event}/1/`)));
  });
});

onEveryDatabase('recordings over HTTP', (database) => {
  it('show one, publish it again, and give one that waits to an event', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    const id = await addRecording(service, null, first, { state: 'waiting', shop: null });
    await assert.rejects(service.admin('POST', `/recordings/${id}/publish`), /409 .*NOTHING_TO_PUBLISH/);
    const path = `/recordings/${String(id)}`;
    const assigned = await service.admin('POST', `${path}/assign`, { eventId: 'show' });
    assert.equal((assigned as { eventId: string }).eventId, event);
    await until(async () => (await recordingRow(service, id)).state === 'published');
    await service.admin('POST', `${path}/assign`, { eventId: 'show' });
    await addEvent(service, { slug: 'other' });
    await assert.rejects(service.admin('POST', `${path}/assign`, { eventId: 'other' }), /409 .*IN_USE/);
    await assert.rejects(service.admin('GET', '/recordings/77'), /404 .*RECORDING_NOT_FOUND/);
    await assert.rejects(service.admin('GET', '/recordings/x'), /400 .*recording/);

    const { db } = service.services;
    await db.updateTable('recordings').set({ state: 'failed', problem: 'x' }).where('id', '=', id).execute();
    const again = (await service.admin('POST', `${path}/publish`)) as { generation: number };
    await settled(service, event);
    assert.ok(again.generation > 1);
    const shown = (await service.admin('GET', path)) as { state: string; problem: string | null };
    assert.deepEqual([shown.state, shown.problem], ['published', null]);
  });

  it('of another shop are not to be seen', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    await service.services.db.insertInto('shops').values({ slug: 'theirs' }).execute();
    const id = await addRecording(service, null, first, { shop: 'theirs' });
    for (const [method, action] of [
      ['GET', ''],
      ['POST', '/publish'],
    ] as const) {
      await assert.rejects(
        service.admin(method, `/recordings/${String(id)}${action}`),
        /RECORDING_NOT_FOUND/,
      );
    }
  });

  it('tell how far a publication is', async (t) => {
    const gate = Promise.withResolvers<void>();
    t.after(() => gate.resolve());
    const service = await testService(
      t,
      database,
      { RECORDINGS_URL: recordings.url },
      {
        checkpoint: async (step) => {
          // Until then several steps go on side by side.
          if (step === 'write-event') await gate.promise;
        },
      },
    );
    const event = await addEvent(service);
    const id = await addRecording(service, event, first);
    await service.admin('POST', '/events/show/publish');
    const progress = await until(async () => {
      const shown = (await service.admin('GET', `/recordings/${String(id)}`)) as {
        progress: { percent: number; step: string; objects: number; bytes: number } | null;
      };
      return shown.progress?.step === 'write-event' && shown.progress;
    });
    assert.ok(progress.percent > 80 && progress.percent < 100, String(progress.percent));
    assert.ok(progress.objects >= 2 && progress.bytes > 10_000, JSON.stringify(progress));
    gate.resolve();
    await settled(service, event);
    const { state } = (await service.admin('GET', `/recordings/${String(id)}`)) as { state: string };
    assert.equal(state, 'published');
  });
});
