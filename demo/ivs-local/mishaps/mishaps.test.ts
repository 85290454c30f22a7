import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startIvsLocal, type IvsLocal } from '../start-ivs-local.ts';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';

let folder: string;
let ivs: IvsLocal;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivs-local-mishaps-'));
  ivs = await startIvsLocal({ clip: SAMPLE_CLIP, recordings: pathToFileURL(folder).href });
});
after(async () => {
  await ivs.close();
  await rm(folder, { recursive: true, force: true });
});

async function onAir(prerollSeconds = 6) {
  const { arn, playbackUrl } = await ivs.createChannel('mishaps');
  await ivs.goLive(arn, { prerollSeconds });
  const master = await (await fetch(playbackUrl)).text();
  const playlist = new URL(master.split('\n').find((line) => line.endsWith('.m3u8')) ?? '', playbackUrl);
  const load = async () => (await fetch(playlist)).text();
  const segments = async () => (await load()).split('\n').filter((line) => line.endsWith('.ts'));
  return { arn, playbackUrl, playlist, load, segments, mishaps: ivs.mishaps(arn) };
}

/** Waits for what the stream itself brings about. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('connections drop in the middle of a segment, until it is over', async () => {
  const { playlist, segments, mishaps } = await onAir();
  const [name = ''] = await segments();
  const url = new URL(name, playlist);
  mishaps.dropConnections(60);
  await assert.rejects(fetch(playlist));
  await assert.rejects(fetch(url).then((answer) => answer.arrayBuffer()));
  mishaps.clear();
  assert.ok((await (await fetch(url)).arrayBuffer()).byteLength > 0);
});

test('playlists or segments are not found', async () => {
  const { playlist, segments, playbackUrl, mishaps } = await onAir();
  const [name = ''] = await segments();
  const statuses = async () =>
    Promise.all(
      [playbackUrl, playlist, new URL(name, playlist)].map(async (url) => (await fetch(url)).status),
    );
  mishaps.notFound(60, 'segments');
  assert.deepEqual(await statuses(), [200, 200, 404]);
  mishaps.clear();
  mishaps.notFound(60, 'playlists');
  assert.deepEqual(await statuses(), [404, 404, 200]);
  mishaps.clear();
  assert.deepEqual(await statuses(), [200, 200, 200]);
});

test('a stall lets nothing new appear, then all of it', async () => {
  const { arn, segments, mishaps } = await onAir(6);
  const before = (await segments()).length;
  // Much longer than what is waited for: whoever stands still meanwhile still asks within it.
  mishaps.stall(6);
  const { frame } = ivs.position(arn);
  await until(() => ivs.position(arn).frame >= frame + 75);
  assert.equal((await segments()).length, before);
  await until(async () => (await segments()).length > before);
});

test('blocked metadata is accepted and never written', async () => {
  const { arn, segments, mishaps } = await onAir();
  mishaps.blockMetadata(60);
  const asked = Date.now();
  assert.equal(ivs.putMetadata(arn, 'lost'), undefined);
  mishaps.clear();
  const seen = ivs.putMetadata(arn, 'seen');
  assert.deepEqual(
    ivs.lost(arn).map(({ text }) => text),
    ['lost'],
  );
  const wouldBe = ivs.lost(arn)[0]?.programTime ?? 0;
  assert.ok(wouldBe <= (seen?.programTime ?? 0) && wouldBe > asked - 1_000, 'where it would have stood');
  const before = (await segments()).length;
  await until(async () => (await segments()).length > before);
  assert.deepEqual(
    ivs.journal(arn).map(({ text }) => text),
    ['seen', 'seen'],
  );
});

test('a restart is a discontinuity in time and timestamps, in one recording', async () => {
  const { arn, load, mishaps } = await onAir();
  const { frame: stoppedAt } = ivs.position(arn);
  const began = performance.now();
  const back = mishaps.restart({ gapSeconds: 1 });
  assert.throws(() => ivs.putMetadata(arn, 'nobody there'), { name: 'ChannelNotBroadcasting' });
  await back;
  const { frame } = ivs.position(arn);
  // The show went on meanwhile, at thirty pictures a second, and the stream goes on with its next keyframe.
  const passed = ((performance.now() - began) / 1000) * 30;
  assert.ok(frame >= stoppedAt + 30 && frame < stoppedAt + passed + 75, `${stoppedAt} to ${frame}`);
  const entry = ivs.putMetadata(arn, 'back again');
  assert.ok(entry && entry.pts < 90_000 * 4, 'timestamps start anew');
  await until(async () => (await load()).includes('#EXT-X-DISCONTINUITY\n'));
  const finished = await ivs.stopStream(arn);
  assert.equal(ivs.recordings(arn).length, 1);
  const ids = finished?.notification.detail['recording_session_stream_ids'];
  assert.ok(Array.isArray(ids) && ids.length === 2);
});

test('a restart can leave two recordings of one show', async () => {
  const { arn, mishaps } = await onAir();
  await mishaps.restart({ newRecording: true });
  await until(
    () =>
      ivs.deliveries.filter(
        (d) => d.notification.resources[0] === arn && d.notification.detail['event_name'] === 'Stream Start',
      ).length === 2,
  );
  await ivs.stopStream(arn);
  const prefixes = ivs.recordings(arn).map(({ prefix }) => prefix);
  assert.equal(new Set(prefixes).size, 2);
});

test('nothing is restarted that is not on air', async () => {
  const { arn, load, mishaps } = await onAir();
  const back = mishaps.restart({ gapSeconds: 0.2 });
  await assert.rejects(mishaps.restart(), { name: 'ChannelNotBroadcasting' });
  await back;
  await ivs.stopStream(arn);
  const [playlist, told] = [await load(), ivs.deliveries.length];
  await assert.rejects(mishaps.restart(), { name: 'ChannelNotBroadcasting' });
  assert.equal(await load(), playlist);
  assert.equal(ivs.deliveries.length, told);
});
