import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { LiveEvent } from '@vitrine/product-cues';
import { onEveryDatabase } from '../test/databases.ts';
import { addEvent, eventRow, pointerAt, settled, STARTED, versionAt, versionsOf } from '../test/events.ts';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../test/local-recording.ts';
import { recordingNotification, streamNotification } from '../test/samples.ts';
import { CHANNEL, testService, type TestService } from '../test/test-service.ts';
import { until } from '../test/until.ts';

const MINUTE = 60_000;
const NEW_CHANNEL = { arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/live.m3u8' };

let recordings: LocalRecordings;
let first: WrittenRecording;
let second: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  first = await recordings.record({ durationSeconds: 4, script: [], startedAt: STARTED });
  second = await recordings.record({ durationSeconds: 6, script: [], startedAt: STARTED + 2 * MINUTE });
});
after(() => recordings.close());

const at = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

function ofRecording(status: 'Recording Start' | 'Recording End', time: number, recording: WrittenRecording) {
  const { bucket, prefix, durationMs } = recording;
  const notification = recordingNotification(status, at(time), { prefix, durationMs });
  return { ...notification, detail: { ...notification.detail, recording_s3_bucket_name: bucket } };
}

async function tell(service: TestService, notification: { id: string }): Promise<void> {
  const { db } = service.services;
  assert.equal(await service.notify(notification), 202);
  const row = db.selectFrom('notifications').select('acted_at').where('id', '=', notification.id);
  await until(async () => (await row.executeTakeFirst())?.acted_at ?? undefined);
}

const shown = async ({ app }: TestService): Promise<LiveEvent> =>
  (await app.inject('/v1/events/show')).json();

onEveryDatabase('a show that comes back after its first part was published', (database) => {
  it('is live again, and an archive of both parts when it is over', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const event = await addEvent(service, { channelArn: CHANNEL, startsAt: at(STARTED) });
    await tell(service, streamNotification('Stream Start', at(STARTED)));
    await tell(service, ofRecording('Recording End', STARTED + 4_000, first));
    await settled(service, event);
    assert.equal((await shown(service)).status, 'archived');

    const back = streamNotification('Stream Start', at(STARTED + 2 * MINUTE));
    await tell(service, back);
    const live = await shown(service);
    assert.deepEqual([live.status, live.playback?.type], ['live', 'live']);
    // Whatever moves the pointers meanwhile does not take it off the air.
    await service.admin('PATCH', '/events/show', { title: 'Another name' });
    await settled(service, event);
    assert.deepEqual(
      [(await shown(service)).status, (await pointerAt(service, 'show'))?.title],
      ['live', 'Another name'],
    );

    await tell(service, ofRecording('Recording Start', STARTED + 2 * MINUTE, second));
    await tell(service, ofRecording('Recording End', STARTED + 2 * MINUTE + 6_000, second));
    await settled(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published', '2 published *']);
    assert.equal(await versionAt(service, 'show'), 2);
    // What is told late of a time that is over changes nothing.
    await tell(service, { ...back, id: `${back.id}-again` });
    await settled(service, event);
    const pointer = await pointerAt(service, 'show');
    const archive = await shown(service);
    assert.deepEqual([archive.status, archive.updatedAt], ['archived', pointer?.updatedAt]);
    assert.equal((await eventRow(service, event)).problem, null);
  });

  it('shows its archive again where what came was not recorded', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const event = await addEvent(service, { channelArn: CHANNEL, startsAt: at(STARTED) });
    await tell(service, ofRecording('Recording End', STARTED + 4_000, first));
    await settled(service, event);
    await tell(service, streamNotification('Stream Start', at(STARTED + 2 * MINUTE)));
    assert.equal((await shown(service)).status, 'live');
    await tell(service, streamNotification('Stream End', at(STARTED + 3 * MINUTE)));
    await settled(service, event);
    const archive = await shown(service);
    const pointer = await pointerAt(service, 'show');
    assert.deepEqual([archive.status, archive.playback?.type], ['archived', 'archive']);
    assert.deepEqual(
      [archive.updatedAt, archive.startedAt, archive.endedAt],
      [pointer?.updatedAt, pointer?.startedAt, pointer?.endedAt],
    );
  });
});
