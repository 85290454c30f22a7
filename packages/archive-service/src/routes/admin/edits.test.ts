import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { jsonb } from '../../database/json.ts';
import { onEveryDatabase } from '../../test/databases.ts';
import {
  addEvent,
  addRecording,
  eventRow,
  pointerAt,
  publish,
  settled,
  STARTED,
  versionsOf,
} from '../../test/events.ts';
import { startLocalRecordings } from '../../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../../test/local-recording.ts';
import { ADMIN_KEY, testService, type TestService } from '../../test/test-service.ts';

let recordings: LocalRecordings;
let first: WrittenRecording;
let second: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  first = await recordings.record({ durationSeconds: 12, script: [], startedAt: STARTED });
  second = await recordings.record({ durationSeconds: 6, script: [], startedAt: STARTED + 60_000 });
});
after(() => recordings.close());

const LATER = { started_at: new Date(STARTED + 60_000) };

interface Edits {
  readonly edits: object;
  readonly landed: { start: number; end: number; cuts: object[]; kept: object[]; duration: number };
  readonly outline: { duration: number; recordings: { id: number; start: number }[]; kept: object[] };
  readonly version: number;
  readonly generation: number;
  readonly restoredNoLonger?: number;
}

onEveryDatabase('edits over HTTP', (database) => {
  async function published(t: Parameters<typeof testService>[0]) {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    const recording = await addRecording(service, event, first);
    await publish(service, event);
    return { service, event, recording };
  }
  const edit = (service: TestService, body: object): Promise<Edits> =>
    service.admin('PUT', '/events/show/edits', body) as Promise<Edits>;
  const refused = async (service: TestService, body: object): Promise<{ code: string; message: string }> => {
    const answer = await service.app.inject({
      method: 'PUT',
      url: '/v1/admin/events/show/edits',
      headers: { authorization: `Bearer ${ADMIN_KEY}` },
      body,
    });
    return {
      code: `${String(answer.statusCode)} ${String(answer.json().error.code)}`,
      message: answer.json().error.message,
    };
  };

  it('land at keyframes, say where, and make a version that shows it', async (t) => {
    const { service, event } = await published(t);
    // The clip has a keyframe every two seconds.
    const wish = { start: 3, end: 11.5, cuts: [{ from: 5.9, to: 8.5 }], cues: [], poster: 4 };
    const { landed, generation, edits } = await edit(service, wish);
    assert.deepEqual(edits, wish);
    assert.deepEqual(rounded(landed), {
      start: 2,
      end: 10,
      cuts: [{ from: 4, to: 8 }],
      kept: [
        { from: 2, to: 4 },
        { from: 8, to: 10 },
      ],
      duration: 4,
    });
    await settled(service, event);
    assert.ok((await eventRow(service, event)).settled >= generation);
    const playback = (await pointerAt(service, 'show'))?.playback;
    assert.ok(playback?.type === 'archive' && Math.abs(playback.duration - landed.duration) < 0.05);
    assert.deepEqual(await versionsOf(service, event), ['1 published', '2 published *']);
    const now = (await service.admin('GET', '/events/show/edits')) as Edits;
    assert.deepEqual([now.edits, rounded(now.landed), now.version], [wish, rounded(landed), 2]);
    assert.deepEqual(rounded(now.outline.kept), rounded(landed.kept));

    const back = await edit(service, {});
    await settled(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published *', '2 published']);
    assert.equal(Math.round(back.landed.duration), 12);
  });

  it('mean the same pictures when another recording is found before them', async (t) => {
    const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
    const event = await addEvent(service);
    await addRecording(service, event, second, LATER);
    await publish(service, event);
    await edit(service, { cuts: [{ from: 2, to: 4 }] });
    await settled(service, event);
    await addRecording(service, event, first);
    await publish(service, event);
    const { edits, outline } = (await service.admin('GET', '/events/show/edits')) as Edits;
    const start = outline.recordings[1]?.start ?? 0;
    assert.equal(Math.round(start), 12);
    const [cut] = (edits as { cuts: { from: number; to: number }[] }).cuts;
    assert.ok(cut && Math.abs(cut.from - start - 2) < 0.001 && Math.abs(cut.to - start - 4) < 0.001);
  });

  it('are refused where they cannot be meant, naming the field, the value and what is right', async (t) => {
    const { service } = await published(t);
    for (const [body, code, message] of [
      [{ start: 5, end: 5 }, '400 EDIT_INVALID', /^end: should be greater than start, which is 5, not 5/],
      [
        { end: 999 },
        '400 EDIT_INVALID',
        /^end: should be from 0 to 12\.\d+, in seconds of the uncut replay, not 999/,
      ],
      [
        { cuts: [{ from: 8, to: 2 }] },
        '400 EDIT_INVALID',
        /^cuts\[0\]\.to: should be greater than its from, which is 8, not 2/,
      ],
      [{ end: 1.5 }, '400 EDIT_INVALID', /leave nothing/],
      [
        {
          cues: [
            { n: 1, time: 1 },
            { n: 1, time: 2 },
          ],
        },
        '400 EDIT_INVALID',
        /^cues\[1\]\.n: .*not 1/,
      ],
      [{ start: -1 }, '400 BAD_REQUEST', /start/],
      [{ cut: [] }, '400 BAD_REQUEST', /additional/],
    ] as const) {
      const answer = await refused(service, body);
      assert.equal(answer.code, code, JSON.stringify(body));
      assert.match(answer.message, message);
    }
  });

  it('are still told where they leave nothing any more', async (t) => {
    const { service, event, recording } = await published(t);
    const edits = { start: { recording, time: 8 }, end: { recording, time: 4 }, cuts: [], cues: [] };
    await service.services.db
      .updateTable('events')
      .set({ edits: jsonb(edits) })
      .where('id', '=', event)
      .execute();
    const told = (await service.admin('GET', '/events/show/edits')) as Edits & { problem: string | null };
    assert.deepEqual([told.landed.kept, told.landed.duration], [[], 0]);
    assert.match(told.problem ?? '', /leave nothing of the replay/);
  });

  it('are not lost to another editor where each says which it has read', async (t) => {
    const { service } = await published(t);
    const send = (method: 'GET' | 'PUT', body?: object, ifMatch?: string) =>
      service.app.inject({
        method,
        url: '/v1/admin/events/show/edits',
        headers: { authorization: `Bearer ${ADMIN_KEY}`, ...(ifMatch && { 'if-match': ifMatch }) },
        ...(body && { body }),
      });
    const read = String((await send('GET')).headers.etag);
    const mine = await send('PUT', { end: 8 }, read);
    assert.deepEqual([mine.statusCode, mine.headers.etag !== read], [200, true]);
    const other = await send('PUT', { start: 2 }, read);
    assert.deepEqual([other.statusCode, other.json().error.code], [412, 'EDITS_CHANGED']);
    const now = await send('GET');
    assert.deepEqual([now.headers.etag, now.json().edits.end], [mine.headers.etag, 8]);
    assert.equal((await send('PUT', { start: 2 }, 'soon')).statusCode, 400);
    assert.equal((await send('PUT', { start: 2 })).statusCode, 200, 'who does not ask is not asked');
  });

  it('need an archive', async (t) => {
    const service = await testService(t, database);
    await addEvent(service);
    assert.equal((await refused(service, {})).code, '409 NOT_PUBLISHED');
    await assert.rejects(service.admin('GET', '/events/show/edits'), /409 .*NOT_PUBLISHED/);
    await assert.rejects(service.admin('GET', '/events/other/edits'), /EVENT_NOT_FOUND/);
  });

  it('unpin a version that was restored', async (t) => {
    const { service, event } = await published(t);
    await edit(service, { end: 6 });
    await settled(service, event);
    await service.admin('POST', '/events/show/versions/1/restore');
    await settled(service, event);
    assert.deepEqual(await versionsOf(service, event), ['1 published *', '2 published']);
    const { restoredNoLonger } = await edit(service, { end: 6 });
    await settled(service, event);
    assert.equal(restoredNoLonger, 1);
    assert.deepEqual(await versionsOf(service, event), ['1 published', '2 published *']);
  });
});

/** To the tenth of a second: what the clip's keyframes are nominally. */
function rounded<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'number' ? Math.round(part * 10) / 10 : part,
  ) as Value;
}
