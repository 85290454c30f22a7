import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { onEveryDatabase } from '../test/databases.ts';
import {
  addEvent,
  addRecording,
  eventRow,
  pointerAt,
  publish,
  recordingRow,
  STARTED,
  versionsOf,
} from '../test/events.ts';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../test/local-recording.ts';
import { testService, type TestService } from '../test/test-service.ts';

let recordings: LocalRecordings;
let good: WrittenRecording;
let other: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  good = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  other = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED + 60_000 });
});
after(() => recordings.close());

const LATER = { started_at: new Date(STARTED + 60_000) };
let copies = 0;

interface Said {
  recording_started_at: string;
  recording_ended_at: string;
  media: { hls: { path: string } };
}

/** The other recording once more, saying something else of itself. */
async function forged(change: (said: Said) => void): Promise<WrittenRecording> {
  copies += 1;
  const prefix = `${other.prefix}-forged-${String(copies)}`;
  const folder = (at: string): string => join(fileURLToPath(recordings.url), other.bucket, at);
  await cp(folder(other.prefix), folder(prefix), { recursive: true });
  const file = join(folder(prefix), 'events/recording-ended.json');
  const said = JSON.parse(await readFile(file, 'utf8')) as Said;
  change(said);
  await writeFile(file, JSON.stringify(said));
  return { ...other, prefix };
}

onEveryDatabase('a recording that leads elsewhere', (database) => {
  async function withGood(t: Parameters<typeof testService>[0]): Promise<[TestService, string]> {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    await addRecording(service, event, good);
    return [service, event];
  }

  const places: Readonly<Record<string, () => Promise<WrittenRecording>>> = {
    'by a prefix that climbs': async () => ({ ...other, prefix: `${other.prefix}/../../../../x` }),
    'by a prefix that is hidden': async () => ({ ...other, prefix: '.unfinished' }),
    'by a path that climbs': () => forged((said) => void (said.media.hls.path = '../../../..')),
    'by a path that is hidden': () => forged((said) => void (said.media.hls.path = '.media/hls')),
    'by a path that means two things': () => forged((said) => void (said.media.hls.path = 'media//hls')),
  };
  for (const [how, place] of Object.entries(places)) {
    it(`does not hold up the others of its event: ${how}`, async (t) => {
      const [service, event] = await withGood(t);
      const id = await addRecording(service, event, await place(), LATER);
      await publish(service, event);
      const { state, problem } = await recordingRow(service, id);
      assert.equal(state, 'failed', problem ?? undefined);
      assert.deepEqual(await versionsOf(service, event), ['1 publishing', '2 published *']);
    });
  }

  it('is published without the times that no calendar has', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    const recording = await forged((said) => {
      said.recording_started_at = '-271821-04-20T00:00:00.000Z';
      said.recording_ended_at = '+275760-09-13T00:00:00.000Z';
    });
    const id = await addRecording(service, event, recording);
    await publish(service, event);
    assert.equal((await recordingRow(service, id)).state, 'published');
    const { startedAt, endedAt } = (await pointerAt(service, 'show')) ?? {};
    assert.deepEqual([startedAt, endedAt], [undefined, undefined]);
    const { started_at, ended_at } = await eventRow(service, event);
    assert.deepEqual([started_at, ended_at], [null, null]);
  });
});
