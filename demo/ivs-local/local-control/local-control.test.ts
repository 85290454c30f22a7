import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startIvsLocal, type IvsLocal } from '../start-ivs-local.ts';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';

let folder: string;
let ivs: IvsLocal;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivs-local-control-'));
  ivs = await startIvsLocal({ clip: SAMPLE_CLIP, recordings: pathToFileURL(folder).href });
});
after(async () => {
  await ivs.close();
  await rm(folder, { recursive: true, force: true });
});

async function call(method: 'GET' | 'POST', path: string, body?: unknown) {
  const answer = await fetch(`${ivs.url}/local/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
}

test('a show from creation to its journal and recording, over HTTP alone', async () => {
  const { json: channel } = await call('POST', 'channels', { name: 'by-hand' });
  const path = `channels/${channel.id}`;
  const { json: live } = await call('POST', `${path}/go-live`, { fromFrame: 100, prerollSeconds: 4 });
  assert.match(live.streamId, /^st-/);
  const { json: position } = await call('GET', `${path}/position`);
  assert.ok(position.frame >= 60 + 120 && position.loop === 0 && position.programTime > live.startedAt);
  ivs.putMetadata(channel.arn, 'noted');
  const { json: stopped } = await call('POST', `${path}/stop`);
  await readFile(join(folder, stopped.bucket, stopped.prefix, 'events/recording-ended.json'));
  const { json: journal } = await call('GET', `${path}/journal`);
  assert.deepEqual(
    journal.journal.map(({ text }: { text: string }) => text),
    ['noted', 'noted'],
  );
  const { json: log } = await call('GET', 'deliveries');
  assert.ok(
    log.deliveries.some(
      (one: { notification: { detail: object } }) => 'recording_status' in one.notification.detail,
    ),
  );
  const { json: list } = await call('GET', 'channels');
  assert.ok(list.channels.some((one: { id: string; onAir: boolean }) => one.id === channel.id && !one.onAir));
});

test('a finished recording is written on request', async () => {
  const { arn } = await ivs.createChannel('finished');
  const { status, json } = await call('POST', `channels/${arn.split('/')[1]}/finished-recordings`, {
    durationSeconds: 12,
    script: [
      { picture: 45, text: 'a' },
      { atSeconds: 3, text: 'b' },
    ],
  });
  assert.equal(status, 200);
  assert.deepEqual(json.journal.map(({ frame }: { frame: number }) => frame).slice(0, 2), [45, 45]);
  await readFile(join(folder, json.bucket, json.prefix, 'events/recording-ended.json'));
});

test('mishaps are asked for by name', async () => {
  const { arn } = await ivs.createChannel('mishap');
  await ivs.goLive(arn, { prerollSeconds: 4 });
  const path = `channels/${arn.split('/')[1]}/mishaps`;
  assert.equal((await call('POST', `${path}/not-found`, { seconds: 60, kind: 'playlists' })).status, 204);
  const master = `${ivs.url}/hls/${arn.split('/')[1]}/master.m3u8`;
  assert.equal((await fetch(master)).status, 404);
  assert.equal((await call('POST', `${path}/clear`)).status, 204);
  assert.equal((await fetch(master)).status, 200);
  assert.equal((await call('POST', `${path}/constructor`, {})).status, 404);
  assert.match((await call('POST', `${path}/flood`, {})).json.error, /there are drop-connections, stall/);
});

test('wrong input is answered with what is wrong with it', async () => {
  const { arn } = await ivs.createChannel('wrong');
  const path = `channels/${arn.split('/')[1]}`;
  const cases = [
    ['channels', { name: 5 }, 400, 'name is 5; it must be a string'],
    [
      'channels',
      { name: 'x', bucket: '../up' },
      400,
      'bucketName is "../up"; it must be the name of a bucket: 3 to 63 small letters, digits, dots and hyphens',
    ],
    [
      `${path}/go-live`,
      { fromFrame: 99_999 },
      400,
      'fromFrame is 99999; it must be a picture of the clip, 0 to 2879',
    ],
    [
      `${path}/finished-recordings`,
      { durationSeconds: 4, script: [{ text: 'x' }] },
      400,
      'script[0].atSeconds is missing; it must be a number',
    ],
    ['channels/none/go-live', {}, 404, 'there is no channel none'],
  ] as const;
  for (const [where, body, status, error] of cases)
    assert.deepEqual(await call('POST', where, body), { status, json: { error } });
});
