import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { describeKey } from '../publishing/archive-layout.ts';
import { FolderStore } from '../stores/folder/folder-store.ts';
import { seedDataFolder } from '../test/embedded-template.ts';
import { createServerDatabase } from '../test/databases.ts';
import { digests } from '../test/events.ts';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../test/local-recording.ts';
import { runCommand, serve, type Ended, type Serving } from '../test/run-command.ts';
import { recordingNotification } from '../test/samples.ts';
import { ADMIN_KEY, CHANNEL } from '../test/test-service.ts';

let recordings: LocalRecordings;
let show: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  const text = JSON.stringify({ vitrine: 1, n: 1, show: ['mug'] });
  show = await recordings.record({ durationSeconds: 4, script: [{ text, picture: 30 }] });
});
after(() => recordings.close());

/** An operator's machine, on which a recording of a channel has been published. */
async function openShop(t: TestContext, database: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-state-'));
  const running = new Set<Serving>();
  t.after(async () => {
    for (const { process: child, end } of running) if (child.exitCode === null) await end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const environment = {
    DATA_DIR: join(folder, 'data'),
    STORE_URL: pathToFileURL(join(folder, 'store')).href,
    RECORDINGS_URL: recordings.url,
    TMPDIR: folder,
    ADMIN_KEY,
    ...database,
  };
  if (!database['DATABASE_URL']) await seedDataFolder(environment.DATA_DIR);
  const run = (...args: string[]): Promise<Ended> => runCommand(args, environment);
  if (database['DATABASE_URL']) assert.equal((await run('migrate')).code, 0);
  const service = await serve(environment);
  running.add(service);
  const channel = { arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/x.m3u8' };
  const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' };
  const answer = await fetch(`${service.url}/v1/admin/channels`, {
    method: 'POST',
    headers,
    body: JSON.stringify(channel),
  });
  assert.equal(answer.status, 201);
  const { prefix, bucket, durationMs } = show;
  const notification = recordingNotification('Recording End', '2026-03-05T07:08:30Z', { prefix, durationMs });
  const named = { ...notification, detail: { ...notification.detail, recording_s3_bucket_name: bucket } };
  const handled = await runCommand(['handle-notification', '-'], environment, JSON.stringify(named));
  assert.equal(handled.code, 0, handled.errors);
  const { events } = (await (await fetch(`${service.url}/v1/events`)).json()) as { events: { id: string }[] };
  return {
    run,
    service,
    event: events[0]?.id ?? '',
    store: new FolderStore(join(folder, 'store'), describeKey),
  };
}

it('publishes a recording again through the running service, and without one', async (t) => {
  const { run, service, store } = await openShop(t);
  const published = await digests(store);
  const again = await run('publish', show.prefix);
  assert.deepEqual([again.code, again.errors], [0, '']);
  assert.match(again.output, /^Published: the event recording-\w+, version 1, 4\.0 s\.\n$/);
  assert.equal(await service.end('SIGTERM'), 0);
  assert.equal((await run('publish', '1')).code, 0);
  assert.deepEqual(await digests(store), published);

  const unknown = await run('publish', 'nowhere');
  assert.deepEqual([unknown.code, unknown.errors], [1, 'There is no recording "nowhere".\n']);
  assert.match((await run('publish')).errors, /^Usage: archive-service publish/);
  assert.match((await run('publish', '1', '--dry')).errors, /--dry[^]*Usage: archive-service publish/);
});

it('tells what a publication would change, and changes nothing', async (t) => {
  const { run, service, event, store } = await openShop(t);
  const published = await digests(store);
  const made = await run('publish', '1', '--dry-run');
  assert.equal(made.code, 0, made.errors);
  assert.match(
    made.output,
    /version 1, which is made already and would only be shown; viewers get version 1 now/,
  );
  assert.match(made.output, /new +0 objects, 0 B\n +changed +0 objects, 0 B\n +same +\d+ objects/);
  assert.match(made.output, /cues +1\n/);

  const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ replayOffers: true });
  await fetch(`${service.url}/v1/admin/events/${event}`, { method: 'PATCH', headers, body });
  assert.equal((await run('publish', '1')).code, 0);
  const versions = await run('versions', event);
  assert.match(
    versions.output,
    /^\* 2\tpublished\t4\.0 s\tOffers of the moment.*\n {2}1\tpublished\t4\.0 s\tThe first/,
  );

  await store.remove(`archive/${event}/2/timeline.json`);
  const other = await run('publish', '1', '--dry-run');
  assert.match(other.output, /new +1 objects, \d+ B/);
  for (const key of Object.keys(published).filter((name) => name.startsWith('archive/'))) {
    assert.equal((await digests(store))[key], published[key]);
  }
  assert.equal(await store.head(`archive/${event}/2/timeline.json`), undefined);
  await service.end('SIGTERM');
});

it('removes an event for good when that is confirmed, and says when nothing is left', async (t) => {
  const { run, service, event, store } = await openShop(t, { DATABASE_URL: await createServerDatabase() });
  const asked = await run('unpublish', event, '--reason', 'a recall');
  assert.equal(asked.code, 1);
  assert.match(asked.errors, /for good.*--yes/);
  assert.match((await run('unpublish', event, '--yes')).errors, /Say why/);
  assert.notDeepEqual(await digests(store), {});

  const done = await run('unpublish', event, '--reason', 'a recall', '--yes');
  assert.equal(done.code, 0, done.errors);
  assert.match(
    done.output,
    /^Nothing is left of the event recording-\w+ in the store: its listing was empty at 20/,
  );
  assert.deepEqual(await digests(store), {});
  assert.equal((await fetch(`${service.url}/v1/events/${event}`)).status, 410);
  assert.match((await run('publish', '1')).errors, /unpublished, for good/);
  await service.end('SIGTERM');
});
