import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { onEveryDatabase } from '../../test/databases.ts';
import { addEvent, addRecording, publish, settled, STARTED, versionAt } from '../../test/events.ts';
import { startLocalRecordings } from '../../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../../test/local-recording.ts';
import { testService } from '../../test/test-service.ts';
import { planRehearsal } from './rehearsal-plan.ts';

let recordings: LocalRecordings;
let first: WrittenRecording;
let second: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  first = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  second = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED + 60_000 });
});
after(() => recordings.close());

onEveryDatabase('a rehearsal', (database) => {
  it('takes in a recording that was given up without an end, as publishing it does', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const { db } = service.services;
    const event = await addEvent(service);
    const given = { state: 'failed', ended_at: null } as const;
    const id = await addRecording(service, event, first, given);
    const { publication, isMade } = await planRehearsal(db, String(id));
    assert.deepEqual(
      [publication.recordings.map((one) => one.id), publication.version, isMade],
      [[id], 1, false],
    );
    await service.admin('POST', `/recordings/${String(id)}/publish`);
    await settled(service, event);
    const published = await planRehearsal(db, String(id));
    assert.deepEqual(published.publication, publication);
    assert.equal(published.isMade, true);
  });

  it('says what is on the way for one that runs: nothing', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    const id = await addRecording(service, event, first, { state: 'recording', ended_at: null });
    await assert.rejects(planRehearsal(service.services.db, String(id)), /has not ended yet/);
  });

  it('keeps a version that was restored, as publishing does', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const { db } = service.services;
    const event = await addEvent(service);
    const id = await addRecording(service, event, first);
    await publish(service, event);
    await addRecording(service, event, second, { started_at: new Date(STARTED + 60_000) });
    await publish(service, event);
    const before = await planRehearsal(db, String(id));
    assert.deepEqual([before.publication.version, before.isRestored], [2, false]);
    await service.admin('POST', '/events/show/versions/1/restore');
    await settled(service, event);
    const plan = await planRehearsal(db, String(id));
    assert.deepEqual(
      [plan.publication.version, plan.isRestored, plan.isMade, plan.current],
      [1, true, true, 1],
    );
    assert.equal(plan.publication.recordings.length, 1);
    await publish(service, event);
    assert.equal(await versionAt(service, event), 1);
  });
});
