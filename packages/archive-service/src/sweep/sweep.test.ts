import assert from 'node:assert/strict';
import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { sql } from 'kysely';
import { ServiceError } from '../errors.ts';
import { onEveryDatabase } from '../test/databases.ts';
import { recordingNotification, streamNotification } from '../test/samples.ts';
import { CHANNEL, testService, type TestService } from '../test/test-service.ts';
import { until } from '../test/until.ts';
import type { Findings } from './findings.ts';
import { sweep } from './sweep.ts';

const BUCKET = 'recordings-of-tests';
const MINUTE = 60_000;
const NEW_CHANNEL = { arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/live.m3u8' };

const ago = (milliseconds: number): Date => new Date(Date.now() - milliseconds);
const seconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** Where IVS records: no part of the date has leading zeros. */
function prefixOf(start: Date, id = 'j8Z9O91ndcVs', channel = 'AbCdef1G2hij'): string {
  const parts = [
    start.getUTCFullYear(),
    start.getUTCMonth() + 1,
    start.getUTCDate(),
    start.getUTCHours(),
    start.getUTCMinutes(),
  ];
  return `ivs/v1/123456789012/${channel}/${parts.join('/')}/${id}`;
}

interface Written {
  readonly start: Date;
  readonly prefix?: string;
  readonly end?: Date;
  readonly channel?: string;
  /** Whether its playlist says that nothing more comes, and when that was written. */
  readonly playlist?: { readonly isOver: boolean; readonly writtenAt: Date };
  readonly name?: string;
}

/** A recording's JSON, and a playlist of nothing: as far as the sweep looks. */
async function write(
  { folder }: TestService,
  { start, prefix = prefixOf(start), ...rest }: Written,
): Promise<string> {
  const { end, channel = CHANNEL, playlist, name = 'recording-ended.json' } = rest;
  const root = join(folder, 'recordings', BUCKET, prefix);
  const json = {
    version: 'v1',
    channel_arn: channel,
    recording_started_at: seconds(start),
    recording_status: 'RECORDING_STARTED',
    media: {
      hls: {
        path: 'media/hls',
        playlist: 'master.m3u8',
        renditions: [{ path: '360p30', playlist: 'playlist.m3u8' }],
      },
    },
  };
  const put = async (key: string, text: string): Promise<string> => {
    await mkdir(dirname(join(root, key)), { recursive: true });
    await writeFile(join(root, key), text);
    return join(root, key);
  };
  await put('events/recording-started.json', JSON.stringify(json));
  if (end) {
    const hls = { ...json.media.hls, duration_ms: end.getTime() - start.getTime() };
    const failed = name === 'recording-failed.json';
    const recording_status = failed ? 'RECORDING_ENDED_WITH_FAILURE' : 'RECORDING_ENDED';
    const message = failed ? { recording_status_message: 'InternalServerException' } : {};
    const ended = { ...json, ...message, recording_status, recording_ended_at: seconds(end), media: { hls } };
    await put(`events/${name}`, JSON.stringify(ended));
  }
  if (playlist) {
    const text = `#EXTM3U\n#EXTINF:10,\n0.ts\n${playlist.isOver ? '#EXT-X-ENDLIST\n' : ''}`;
    await utimes(await put('media/hls/360p30/playlist.m3u8', text), playlist.writtenAt, playlist.writtenAt);
  }
  return prefix;
}

async function found(service: TestService): Promise<Partial<Findings>> {
  const all = await sweep(service.services, new AbortController().signal);
  assert.ok(all, 'nobody else sweeps');
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

const recordings = ({ services: { db } }: TestService) =>
  db.selectFrom('recordings').selectAll().orderBy('id').execute();

const actedOn = ({ services: { db } }: TestService, id: string) =>
  until(async () => {
    const row = await db
      .selectFrom('notifications')
      .select('acted_at')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.acted_at !== null && row !== undefined;
  });

const tell = async (service: TestService, notification: { id: string }): Promise<void> => {
  assert.equal(await service.notify(notification), 202);
  await actedOn(service, notification.id);
};

onEveryDatabase('the sweep', (database) => {
  it('finds nothing where there is nothing, twice', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    assert.deepEqual(await found(service), {});
    assert.deepEqual(await found(service), {});
  });

  it('ends a recording whose end nobody told of, by its own words', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const [start, end] = [ago(90 * MINUTE), ago(30 * MINUTE)];
    const prefix = prefixOf(start);
    await tell(service, recordingNotification('Recording Start', seconds(start), { prefix }));
    await write(service, { start });
    assert.deepEqual(await found(service), {}, 'it runs');
    await write(service, { start, end, name: 'recording-failed.json' });
    assert.deepEqual(await found(service), { 'recordings ended unheard': 1 });
    const [row] = await recordings(service);
    assert.deepEqual([row?.ended_at, row?.failure], [new Date(seconds(end)), 'InternalServerException']);
    const event = await service.services.db.selectFrom('events').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([event.status, event.wanted], ['ended', 1]);
    // Its notification comes after all: it is the same end.
    await tell(
      service,
      recordingNotification('Recording End Failure', seconds(ago(29 * MINUTE)), { prefix }),
    );
    assert.deepEqual((await recordings(service))[0]?.ended_at, row?.ended_at);
    // A publication that has joined another has no job of its own for a moment; one more does no harm.
    const { 'jobs lost': _joined, ...others } = await found(service);
    assert.deepEqual(others, {});
  });

  it('ends one of whose end IVS wrote no word once its playlists have long been whole', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const start = ago(90 * MINUTE);
    const prefix = prefixOf(start);
    await tell(service, recordingNotification('Recording Start', seconds(start), { prefix }));
    await write(service, { start, playlist: { isOver: true, writtenAt: ago(2 * MINUTE) } });
    assert.deepEqual(await found(service), {}, 'its encoder may come back');
    await write(service, { start, playlist: { isOver: false, writtenAt: ago(40 * MINUTE) } });
    assert.deepEqual(await found(service), {}, 'it is not whole');
    const writtenAt = new Date(Math.floor(ago(20 * MINUTE).getTime() / 1000) * 1000);
    await write(service, { start, playlist: { isOver: true, writtenAt } });
    assert.deepEqual(await found(service), { 'recordings ended silently': 1 });
    assert.deepEqual((await recordings(service))[0]?.ended_at, writtenAt);
  });

  it('gives up a recording that runs for longer than any can, so that it holds up no other', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const start = ago(50 * 60 * MINUTE);
    const prefix = prefixOf(start);
    await tell(service, recordingNotification('Recording Start', seconds(start), { prefix }));
    assert.deepEqual(await found(service), { 'recordings that never ended': 1 });
    const [row] = await recordings(service);
    assert.equal(row?.state, 'failed');
    assert.match(row.problem ?? '', /neither a notification nor its own files/);
    const event = await service.services.db.selectFrom('events').select('status').executeTakeFirstOrThrow();
    assert.equal(event.status, 'ended', 'nor is its event on air any longer');
    // Which is what the problem says that an operator can do.
    assert.match(row.problem ?? '', /publish it by hand/);
    await service.admin('POST', `/recordings/${String(row.id)}/publish`);
    assert.deepEqual((await recordings(service))[0]?.ended_at, row.updated_at);
  });

  it('finds recordings that nobody announced, and believes what they say rather than where they lie', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const [start, end] = [ago(26 * 60 * MINUTE), ago(25 * 60 * MINUTE)];
    const whole = await write(service, { start, end, prefix: prefixOf(start, 'whole') });
    const running = await write(service, {
      start: ago(20 * MINUTE),
      prefix: prefixOf(ago(20 * MINUTE), 'running'),
    });
    const foreign = CHANNEL.replace('AbCdef1G2hij', 'Somebody');
    await write(service, { start, end, prefix: prefixOf(start, 'foreign'), channel: foreign });
    await write(service, { start: ago(9 * 86_400_000), end, prefix: prefixOf(ago(9 * 86_400_000), 'old') });
    const damaged = join(service.folder, 'recordings', BUCKET, prefixOf(start, 'damaged'), 'events');
    await mkdir(damaged, { recursive: true });
    await writeFile(join(damaged, 'recording-started.json'), '{"media": 1');
    const timeless = await write(service, { start, prefix: prefixOf(start, 'timeless') });
    const said = join(service.folder, 'recordings', BUCKET, timeless, 'events/recording-started.json');
    const text = await readFile(said, 'utf8');
    await writeFile(said, text.replace(seconds(start), '+275760-09-13T00:00:00Z'));
    assert.deepEqual(await found(service), { 'recordings unannounced': 2 });
    const rows = await recordings(service);
    assert.deepEqual(
      rows.map(({ prefix, ended_at }) => [prefix, ended_at !== null]).toSorted(),
      [
        [running, false],
        [whole, true],
      ].toSorted(),
    );
    assert.deepEqual(await found(service), {}, 'once');
    await rm(join(service.folder, 'recordings', BUCKET), { recursive: true });
    await service.services.db.deleteFrom('recordings').execute();
    assert.deepEqual(await found(service), {}, 'a bucket that is gone is no finding');
  });

  it('looks as far back as ever into the first bucket that it comes to know', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    assert.deepEqual(await found(service), {}, 'no bucket is known yet');
    await write(service, { start: ago(300 * MINUTE), end: ago(200 * MINUTE) });
    assert.deepEqual(await found(service), { 'recordings unannounced': 1 });
  });

  it('looks at every channel in turn, also while a bucket may not be read', async (t) => {
    const service = await testService(t, database, { RECORDING_BUCKETS: 'denied-bucket' });
    const { services } = service;
    const ids = Array.from({ length: 60 }, (_, index) => `Channel${String(index)}`);
    const arns = ids.map((id) => CHANNEL.replace('AbCdef1G2hij', id));
    const updated_at = new Date();
    const row = {
      shop: 'default',
      name: 'x',
      playback_url: 'https://x.example',
      auto_publish: false,
      updated_at,
    };
    await services.db
      .insertInto('channels')
      .values(arns.map((arn) => ({ arn, ...row })))
      .execute();
    const [start, end] = [ago(90 * MINUTE), ago(60 * MINUTE)];
    for (const index of [0, 59]) {
      const [id, channel] = [ids[index], arns[index]];
      await write(service, { start, end, prefix: prefixOf(start, 'x', id), ...(channel && { channel }) });
    }
    const openRecordings: typeof services.openRecordings = (bucket) => {
      if (bucket === 'denied-bucket') throw new ServiceError('STORE_DENIED', 'It may not be listed.');
      return services.openRecordings(bucket);
    };
    let unannounced = 0;
    for (let round = 0; round < 2; round += 1) {
      const all = await sweep({ ...services, openRecordings }, new AbortController().signal);
      assert.equal(all?.failures, 50, 'of each channel that it looked at');
      unannounced += all['recordings unannounced'];
    }
    assert.equal(unannounced, 2);
  });

  it('sends lost jobs again, and asks for what is stranded', async (t) => {
    const service = await testService(t, database);
    const { db } = service.services;
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const start = seconds(ago(90 * MINUTE));
    await tell(service, recordingNotification('Recording End', start, { durationMs: 60_000 }));
    await service.services.jobs.stop();
    await sql`DELETE FROM pgboss.job`.execute(db);
    const lost = streamNotification('Stream Start', start);
    assert.equal(await service.notify(lost), 202);
    await sql`DELETE FROM pgboss.job`.execute(db);
    await db
      .updateTable('notifications')
      .set({ received_at: ago(5 * MINUTE) })
      .where('id', '=', lost.id)
      .execute();
    await db.updateTable('events').set({ wanted: 3, settled: 2 }).execute();
    assert.deepEqual(await found(service), { 'notifications forgotten': 1, 'jobs lost': 1 });
    assert.deepEqual(await found(service), {}, 'their jobs wait');

    await sql`DELETE FROM pgboss.job`.execute(db);
    await db.updateTable('notifications').set({ acted_at: new Date() }).execute();
    await db.updateTable('events').set({ wanted: 3, settled: 3 }).execute();
    await db
      .updateTable('recordings')
      .set({ state: 'publishing', updated_at: ago(20 * MINUTE) })
      .execute();
    assert.deepEqual(await found(service), { 'recordings stranded': 1 });
    const { rows } = await sql`SELECT singleton_key FROM pgboss.job`.execute(db);
    assert.equal(rows.length, 1);
  });

  it('is done by one at a time', async (t) => {
    const service = await testService(t, database);
    await service.admin('POST', '/channels', NEW_CHANNEL);
    const other = new AbortController().signal;
    const both = await Promise.all([sweep(service.services, other), sweep(service.services, other)]);
    assert.equal(both.filter((findings) => findings === undefined).length, 1);
    assert.deepEqual(await found(service), {});
  });
});
