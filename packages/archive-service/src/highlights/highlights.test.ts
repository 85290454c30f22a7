import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { pino } from 'pino';
import type { IvsControl, PutResult } from '../channels/ivs-control.ts';
import { createChannel } from '../channels/channels-repository.ts';
import type { Handle } from '../database/tables.ts';
import { createEvent, readPublicEvent, setStanding } from '../events/events-repository.ts';
import { onEveryDatabase, type TestDatabase } from '../test/databases.ts';
import { CHANNEL } from '../test/test-service.ts';
import { until } from '../test/until.ts';
import { highlight } from './highlight.ts';
import { listHighlights, storeHighlight, type CueState } from './highlights-repository.ts';
import { readCurrentState } from './live-state.ts';
import { createCueSender } from './put-metadata.ts';
import { repeatCues } from './repeat-cue.ts';

const log = pino({ level: 'silent' });

/** Amazon IVS's side of PutMetadata: five calls a second, and a stream that may be off. */
function ivsOnAir() {
  const calls: { at: number; n: number }[] = [];
  const ivs = {
    isOnAir: true,
    calls,
    async putMetadata(_arn: string, text: string): Promise<PutResult> {
      if (!ivs.isOnAir) return 'off-air';
      const now = performance.now();
      if (calls.filter(({ at }) => now - at < 1000).length >= 5) return 'throttled';
      calls.push({ at: now, n: (JSON.parse(text) as { n: number }).n });
      return 'sent';
    },
    playbackUrl: async () => 'https://ivs.example/live.m3u8',
    close: () => undefined,
  };
  return ivs satisfies IvsControl & { isOnAir: boolean };
}

async function liveShow(t: TestContext, database: TestDatabase) {
  const { db, close } = await database.open();
  const now = new Date();
  await createChannel(
    db,
    { arn: CHANNEL, shop: 'default', name: '', playback_url: 'https://x', auto_publish: true },
    now,
  );
  const event = await createEvent(
    db,
    {
      id: 'evt_1',
      slug: 'show',
      shop: 'default',
      title: 'Show',
      description: null,
      currency: 'EUR',
      cue_key: 'key',
      channel_arn: CHANNEL,
      poster: null,
      starts_at: null,
      replay_offers: false,
      listed: true,
    },
    now,
  );
  await setStanding(db, event.id, { status: 'live', startedAt: now, resumedAt: now, endedAt: null }, now);
  const ivs = ivsOnAir();
  const closing = new AbortController();
  const sender = createCueSender({ db, ivs, log, signal: closing.signal });
  const repeating: Promise<void>[] = [];
  t.after(async () => {
    closing.abort();
    await Promise.all(repeating);
    await sender.idle();
    await close();
  });
  return {
    db,
    ivs,
    sender,
    show: async (state: CueState) =>
      highlight(db, sender, await readPublicEvent(db, event.id), state, new Date()),
    repeat: () => void repeating.push(repeatCues({ db, sender, log, signal: closing.signal })),
  };
}

const recorded = async (db: Handle) =>
  (await listHighlights(db, 'evt_1')).map(({ n, in_band, program_time }) => [
    n,
    in_band,
    program_time !== null,
  ]);

const onAirNow = async (db: Handle, now = new Date()) =>
  readCurrentState(db, await readPublicEvent(db, 'evt_1'), now);

onEveryDatabase('a highlight', (database) => {
  it('is numbered, stored and sent, and is then what is on air', async (t) => {
    const { db, ivs, show } = await liveShow(t, database);
    const before = Date.now();
    assert.deepEqual(await show({ show: ['mug'] }), { n: 1, bytes: 44, inBand: 'sent' });
    assert.equal((await show({ show: [] })).n, 2);
    assert.deepEqual(
      ivs.calls.map(({ n }) => n),
      [1, 2],
    );
    const state = await onAirNow(db);
    assert.deepEqual(state.cue, { e: 'key', n: 2, show: [] });
    assert.ok(state.programTime !== null && state.programTime >= before && state.programTime <= Date.now());
  });

  it('is told together with those shortly before it, so that none falls between two readings', async (t) => {
    const { db, show } = await liveShow(t, database);
    for (const id of ['mug', 'lamp', 'vase']) await show({ show: [id] });
    const sent = await listHighlights(db, 'evt_1');
    const state = await onAirNow(db);
    assert.deepEqual(state.cue?.show, ['vase']);
    assert.deepEqual(
      state.recent,
      sent.slice(0, 2).map(({ cue, program_time }) => ({ cue, programTime: program_time })),
    );
    const later = await onAirNow(db, new Date(Date.now() + 121_000));
    assert.deepEqual([later.cue?.n, later.recent], [3, []], 'what is long past is told no more');
    for (let count = 0; count < 40; count += 1)
      await storeHighlight(db, { id: 'evt_1', cue_key: 'key' }, { show: [] }, new Date());
    await db.updateTable('highlights').set({ in_band: 'sent', program_time: Date.now() }).execute();
    const { cue, recent } = await onAirNow(db);
    assert.deepEqual([cue?.n, recent?.length, recent?.[0]?.cue.n], [43, 23, 20], 'a bounded number of them');
  });

  it('is not told before it is in the stream, and told all the same when IVS does not answer', async (t) => {
    const { db, show } = await liveShow(t, database);
    await show({ show: ['mug'] });
    const now = new Date();
    await storeHighlight(db, { id: 'evt_1', cue_key: 'key' }, { show: ['lamp'] }, now);
    const waiting = await onAirNow(db, new Date(now.getTime() + 4_000));
    assert.deepEqual([waiting.cue?.n, waiting.recent], [1, []]);
    const late = await onAirNow(db, new Date(now.getTime() + 6_000));
    assert.deepEqual([late.cue?.n, late.programTime], [2, now.getTime()], 'for the picture it was made for');
    assert.deepEqual(
      late.recent?.map(({ cue }) => cue.n),
      [1],
    );
  });

  it('that was made while nothing was broadcast belongs to no picture', async (t) => {
    const { db, ivs, show } = await liveShow(t, database);
    ivs.isOnAir = false;
    await show({ show: ['mug'] });
    await show({ show: ['lamp'] });
    const { cue, programTime, recent } = await onAirNow(db);
    assert.deepEqual([cue?.n, programTime, recent], [2, null, []]);
  });

  it('that does not fit into a cue is refused with its size, and takes no number', async (t) => {
    const { db, show } = await liveShow(t, database);
    const many = Array.from({ length: 40 }, (_, index) => `a-product-with-a-rather-long-id-${index}`);
    await assert.rejects(
      show({ show: many }),
      ({ code, statusCode, details }: { code: string; statusCode: number; details: { bytes: number } }) => {
        assert.deepEqual([code, statusCode], ['CUE_TOO_LARGE', 413]);
        assert.ok(details.bytes > 1024);
        return true;
      },
    );
    assert.equal((await show({ show: ['mug'] })).n, 1);
    assert.equal((await recorded(db)).length, 1);
  });

  it('says that nobody saw it in the stream when there is none', async (t) => {
    const { db, ivs, show } = await liveShow(t, database);
    ivs.isOnAir = false;
    assert.equal((await show({ show: ['mug'] })).inBand, 'off-air');
    assert.deepEqual(await recorded(db), [[1, 'off-air', false]]);
  });

  it('waits above five a second, and of those that wait the newest whole state wins', async (t) => {
    const { db, ivs, show } = await liveShow(t, database);
    const answers = [];
    for (let count = 1; count <= 20; count += 1) answers.push(await show({ show: [`product-${count}`] }));
    assert.deepEqual(
      answers.map(({ n }) => n),
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    assert.ok(answers.some(({ inBand }) => inBand === 'queued'));
    await until(async () => ivs.calls.at(-1)?.n === 20);
    const sent = ivs.calls.map(({ n }) => n);
    assert.deepEqual(
      sent,
      sent.toSorted((a, b) => a - b),
      'never an older state after a newer one',
    );
    const rows = await until(async () => {
      const all = await recorded(db);
      return all.every(([, inBand]) => inBand !== 'queued') && all;
    });
    assert.deepEqual(
      rows.filter(([, inBand]) => inBand === 'sent').map(([n]) => n),
      sent,
    );
  });

  it('gets numbers without a gap or a double, however many come at once', async (t) => {
    const { db, ivs, sender, show } = await liveShow(t, database);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => show({ show: [`product-${index}`] })),
    );
    assert.deepEqual(
      answers.map(({ n }) => n).toSorted((a, b) => a - b),
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    assert.equal((await recorded(db)).length, 12);
    await sender.idle();
    const sent = ivs.calls.map(({ n }) => n);
    assert.deepEqual(
      sent,
      sent.toSorted((a, b) => a - b),
      'never an older state after a newer one',
    );
    assert.equal(sent.at(-1), 12);
  });

  it('is repeated every five seconds on air, and keeps its first time', async (t) => {
    const { db, ivs, show, repeat } = await liveShow(t, database);
    repeat();
    await show({ show: ['mug'] });
    const first = (await listHighlights(db, 'evt_1'))[0]?.program_time;
    await until(async () => ivs.calls.length === 3);
    const [a, b, c] = ivs.calls.map(({ at }) => at);
    // Sooner never; later where the machine stands still, but not by a whole turn.
    for (const gap of [(b ?? 0) - (a ?? 0), (c ?? 0) - (b ?? 0)])
      assert.ok(gap >= 4_500 && gap < 9_500, `${gap} ms`);
    assert.deepEqual(
      ivs.calls.map(({ n }) => n),
      [1, 1, 1],
    );
    assert.equal((await listHighlights(db, 'evt_1'))[0]?.program_time, first);
  });
});
