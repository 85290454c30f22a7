import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { ObjectStore } from '../../stores/object-store.ts';
import { onEveryDatabase } from '../../test/databases.ts';
import {
  addEvent,
  addRecording,
  publish,
  recordingRow,
  STARTED,
  versionAt,
  versionsOf,
} from '../../test/events.ts';
import { startLocalRecordings } from '../../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../../test/local-recording.ts';
import { testService } from '../../test/test-service.ts';
import { watchStore } from '../../test/watched-store.ts';
import { archiveLayout, pointerKey } from '../archive-layout.ts';
import { publishEvent } from '../publish-event.ts';
import { collectVersions } from './collect-versions.ts';

let recordings: LocalRecordings;
let first: WrittenRecording;
let second: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  first = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  second = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED + 60_000 });
});
after(() => recordings.close());

const LATER = { started_at: new Date(STARTED + 60_000) };

onEveryDatabase('a version whose time is over and that is wanted again', (database) => {
  /** The first version is wanted again, and its time is over while the store is asked for something. */
  async function collectedDuring(
    t: Parameters<typeof testService>[0],
    watched: (store: ObjectStore, event: string, collect: () => Promise<void>) => void,
  ) {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const { services } = service;
    const event = await addEvent(service);
    await addRecording(service, event, first);
    await publish(service, event);
    const id = await addRecording(service, event, second, LATER);
    await publish(service, event);
    assert.equal((await recordingRow(service, id)).state, 'published');
    await services.db.updateTable('recordings').set({ state: 'failed' }).where('id', '=', id).execute();
    await services.db.updateTable('events').set({ wanted: 9 }).where('id', '=', event).execute();

    const store = watchStore(services.store, {});
    let isOver = false;
    watched(store, event, async () => {
      if (isOver) return;
      isOver = true;
      await collectVersions(services, new Date(Date.now() + 200 * 3_600_000));
    });
    const signal = new AbortController().signal;
    const data = { eventId: event, generation: 9 };
    await publishEvent({ ...services, store }, { id: 'a-job', failures: 0, isLast: false, signal, data });
    assert.ok(isOver);
    const shown = (await versionAt(service, 'show')) ?? 0;
    assert.ok(await services.store.head(archiveLayout(event, shown).event), `version ${shown} is not there`);
    return versionsOf(service, event);
  }

  it('is made again where it was collected before it is shown', async (t) => {
    const versions = await collectedDuring(t, (store, event, collect) => {
      const head = store.head.bind(store);
      store.head = async (key, options) => {
        const found = await head(key, options);
        if (key === archiveLayout(event, 1).event) await collect();
        return found;
      };
    });
    assert.deepEqual(versions, ['1 collected', '2 published', '3 published *']);
  });

  it('is not collected while it is being shown', async (t) => {
    const versions = await collectedDuring(t, (store, event, collect) => {
      const write = store.write.bind(store);
      store.write = async (key, ...given) => {
        if (key === pointerKey(event)) await collect();
        await write(key, ...given);
      };
    });
    assert.deepEqual(versions, ['1 published *', '2 published']);
  });
});
