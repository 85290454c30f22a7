import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { openServer, type Database } from '../database/open-database.ts';
import { createServerDatabase } from '../test/databases.ts';
import { startLocalRecordings, type LocalRecordings } from '../test/local-recording.ts';
import { runCommand, serve, type Serving } from '../test/run-command.ts';
import { recordingNotification } from '../test/samples.ts';
import { ADMIN_KEY, CHANNEL, SECRET } from '../test/test-service.ts';
import { until } from '../test/until.ts';

let recordings: LocalRecordings;
before(async () => {
  recordings = await startLocalRecordings();
});
after(() => recordings.close());

/** A migrated database of its own, and what processes on it need. */
async function setUp(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-two-'));
  const url = await createServerDatabase();
  const environment = {
    DATABASE_URL: url,
    DATA_DIR: folder,
    STORE_URL: pathToFileURL(join(folder, 'store')).href,
    RECORDINGS_URL: recordings.url,
    ADMIN_KEY,
    NOTIFICATION_SECRET: SECRET,
  };
  const migrations = await Promise.all([1, 2, 3].map(() => runCommand(['migrate'], environment)));
  const database = openServer(url);
  const running: Serving[] = [];
  t.after(async () => {
    for (const { process: child, end } of running)
      if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (): Promise<Serving> => {
    const serving = await serve(environment);
    running.push(serving);
    return serving;
  };
  return { database, migrations, start };
}

const json = { 'content-type': 'application/json' };

async function addChannel({ url }: Serving): Promise<void> {
  const body = JSON.stringify({ arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/x.m3u8' });
  const headers = { ...json, authorization: `Bearer ${ADMIN_KEY}` };
  assert.equal((await fetch(`${url}/v1/admin/channels`, { method: 'POST', headers, body })).status, 201);
}

async function notify({ url }: Serving, notification: object): Promise<number> {
  const headers = { ...json, 'x-vitrine-secret': SECRET };
  const body = JSON.stringify(notification);
  return (await fetch(`${url}/v1/notifications/eventbridge`, { method: 'POST', headers, body })).status;
}

async function recordingEnd(durationSeconds: number): Promise<object> {
  const { bucket, prefix, durationMs } = await recordings.record({ durationSeconds, script: [] });
  const end = recordingNotification('Recording End', '2026-03-05T08:00:00Z', { prefix, durationMs });
  return { ...end, detail: { ...end.detail, recording_s3_bucket_name: bucket } };
}

const stateOf = async ({ db }: Database): Promise<string | undefined> =>
  (await db.selectFrom('recordings').select('state').executeTakeFirst())?.state;

async function attemptsOf({ db }: Database, queue: string): Promise<number[]> {
  const { rows } = await sql<{ retry_count: number }>`
    SELECT retry_count FROM pgboss.job WHERE name = ${queue}`.execute(db);
  return rows.map(({ retry_count }) => retry_count);
}

const versionsOf = ({ db }: Database) => db.selectFrom('versions').select(['version', 'state']).execute();

it('migrates once, and makes one archive of what both of two processes are told at once', async (t) => {
  const { database, migrations, start } = await setUp(t);
  assert.deepEqual(
    migrations.map(({ code, errors }) => [code, errors]),
    [0, 0, 0].map((code) => [code, '']),
  );
  assert.equal(migrations.filter(({ output }) => output.startsWith('Ran 0001')).length, 1);

  const both = await Promise.all([start(), start()]);
  await addChannel(both[0]);
  const end = await recordingEnd(20);
  const answers = await Promise.all([...both, ...both, ...both].map((one) => notify(one, end)));
  assert.deepEqual([...new Set(answers)], [202]);
  await until(async () => (await stateOf(database)) === 'published');
  assert.deepEqual(await versionsOf(database), [{ version: 1, state: 'published' }]);
  assert.deepEqual(await attemptsOf(database, 'act-on-notification'), [0]);
  assert.deepEqual(await attemptsOf(database, 'publish-event'), [0]);
  assert.deepEqual(await Promise.all(both.map((one) => one.end('SIGTERM'))), [0, 0]);
});

it('finishes, by its lease, what a killed process had begun', async (t) => {
  const { database, start } = await setUp(t);
  const first = await start();
  await addChannel(first);
  assert.equal(await notify(first, await recordingEnd(600)), 202);
  await until(async () => (await stateOf(database)) === 'publishing');
  // It holds the job, and cannot finish it before the other one is there.
  first.process.kill('SIGSTOP');
  await start();
  assert.equal(await stateOf(database), 'publishing');
  first.process.kill('SIGKILL');
  await until(async () => (await stateOf(database)) === 'published');
  assert.deepEqual(await versionsOf(database), [{ version: 1, state: 'published' }]);
});
