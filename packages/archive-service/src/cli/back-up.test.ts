import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createServerDatabase } from '../test/databases.ts';
import { startLocalRecordings, type LocalRecordings } from '../test/local-recording.ts';
import { runCommand, serve, type Serving } from '../test/run-command.ts';
import { recordingNotification } from '../test/samples.ts';
import { ADMIN_KEY, CHANNEL } from '../test/test-service.ts';
import { until } from '../test/until.ts';

const STARTED = Date.UTC(2026, 2, 5, 7, 8, 9, 250);
const run = promisify(execFile);

/** A database as it was, given back to a service: each kind has its own way. */
interface Kind {
  readonly title: string;
  readonly skip: string | false;
  /** Where a new database would be. */
  place(folder: string): Promise<Readonly<Record<string, string>>>;
  backUp(environment: Readonly<Record<string, string>>, file: string): Promise<void>;
  /** Loses the database for good. */
  destroy(environment: Readonly<Record<string, string>>): Promise<void>;
  restore(environment: Readonly<Record<string, string>>, file: string): Promise<void>;
}

async function command(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
  const { code, output, errors } = await runCommand(args, environment);
  assert.equal(code, 0, errors);
  return output;
}

const EMBEDDED: Kind = {
  title: 'the embedded database',
  skip: false,
  place: (folder) => Promise.resolve({ DATA_DIR: join(folder, 'data') }),
  backUp: async (environment, file) => void (await command(environment, 'backup', file)),
  destroy: ({ DATA_DIR = '' }) => Promise.resolve(rmSync(DATA_DIR, { recursive: true })),
  restore: async (environment, file) => void (await command(environment, 'restore', file)),
};

const SERVER: Kind = {
  title: 'a PostgreSQL server',
  skip: hasPgDump() ? false : 'pg_dump is not installed',
  async place(folder) {
    const environment = { DATABASE_URL: await createServerDatabase(), DATA_DIR: join(folder, 'data') };
    await command(environment, 'migrate');
    return environment;
  },
  backUp: async ({ DATABASE_URL = '' }, file) =>
    void (await run('pg_dump', ['--format=custom', `--file=${file}`, DATABASE_URL])),
  destroy: async ({ DATABASE_URL = '' }) =>
    void (await run('psql', [
      DATABASE_URL,
      '-q',
      '-c',
      'DROP SCHEMA public, pgboss CASCADE; CREATE SCHEMA public',
    ])),
  restore: async ({ DATABASE_URL = '' }, file) =>
    void (await run('pg_restore', [
      '--clean',
      '--if-exists',
      '--no-owner',
      '--exit-on-error',
      '-d',
      DATABASE_URL,
      file,
    ])),
};

function hasPgDump(): boolean {
  try {
    for (const tool of ['pg_dump', 'pg_restore', 'psql'])
      execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

for (const kind of [EMBEDDED, SERVER]) {
  describe(`a backup of ${kind.title}`, { skip: kind.skip }, () => {
    let folder: string;
    let recordings: LocalRecordings;
    let serving: Serving | undefined;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'vitrine-backup-'));
      recordings = await startLocalRecordings();
    });
    after(async () => {
      await serving?.end('SIGKILL');
      await recordings.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('brings back all that was known, and publishing goes on where viewers’ caches are not misled', async () => {
      const environment = {
        ...(await kind.place(folder)),
        TMPDIR: folder,
        ADMIN_KEY,
        STORE_URL: pathToFileURL(join(folder, 'store')).href,
        RECORDINGS_URL: recordings.url,
        SWEEP_SECONDS: '0',
      };
      const file = join(folder, 'vitrine.backup');
      serving = await serve(environment);
      await admin(serving, 'POST', '/channels', {
        arn: CHANNEL,
        name: 'Studio',
        playbackUrl: 'https://ivs.example/x.m3u8',
      });
      const handle = async (notification: object): Promise<void> => {
        const ended = await runCommand(
          ['handle-notification', '-'],
          environment,
          JSON.stringify(notification),
        );
        assert.equal(ended.code, 0, ended.errors);
      };
      const record = async (minutes: number): Promise<object> => {
        const startedAt = STARTED + minutes * 60_000;
        const { prefix } = await recordings.record({ durationSeconds: 8, script: [], startedAt });
        const time = new Date(startedAt + 9_000).toISOString();
        const { detail, ...notification } = recordingNotification('Recording End', time, { prefix });
        return { ...notification, detail: { ...detail, recording_s3_bucket_name: 'shows' } };
      };
      const [first, second, third] = [await record(0), await record(2), await record(4)];

      await handle(first);
      await kind.backUp(environment, file);
      assert.equal(statSync(file).mode & 0o777 & ~0o644, 0);
      const before = await admin(serving, 'GET', '/recordings');
      // What comes after the backup is lost to the database, and stays in the store.
      await handle(second);
      const archives = join(folder, 'store/archive');
      const [event = ''] = readdirSync(archives);
      assert.deepEqual(readdirSync(join(archives, event)).sort(), ['1', '2']);
      const lost = await readFile(join(archives, event, '2/event.json'), 'utf8');

      await serving.end('SIGKILL');
      await kind.destroy(environment);
      await kind.restore(environment, file);
      serving = await serve(environment);
      assert.deepEqual(await admin(serving, 'GET', '/recordings'), before);

      // The second one is told of again, as the sweep would, and a third one comes.
      await handle(third);
      await handle(second);
      const versions = readdirSync(join(archives, event)).sort();
      assert.equal(versions[0], '1');
      assert.ok(versions.length > 2, versions.join());
      assert.equal(
        await readFile(join(archives, event, '2/event.json'), 'utf8'),
        lost,
        'the lost version is untouched',
      );
      const pointer = JSON.parse(await readFile(join(folder, 'store/v1/events', event), 'utf8')) as {
        playback: { url: string; duration: number };
      };
      assert.ok(Math.abs(pointer.playback.duration - 24) < 0.5, 'all three recordings');
      assert.match(pointer.playback.url, new RegExp(`/${versions.at(-1) ?? ''}/`));

      // The store is lost, too: what the database knows is made again, to the byte.
      const known = `${versions.at(-1) ?? ''}/event.json`;
      const made = await readFile(join(archives, event, known), 'utf8');
      rmSync(join(folder, 'store'), { recursive: true });
      await admin(serving, 'POST', `/events/${event}/publish`);
      await until(() => Promise.resolve(existsSync(join(folder, 'store/v1/events', event))));
      assert.equal(await readFile(join(archives, event, known), 'utf8'), made);
    });
  });
}

describe('restoring', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-restore-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('refuses what is no backup, what is not there, and a data folder in use', async () => {
    const environment = { DATA_DIR: join(folder, 'data'), TMPDIR: folder };
    const file = join(folder, 'no.backup');
    writeFileSync(file, 'this is no backup');
    const wrong = await runCommand(['restore', file], environment);
    assert.equal(wrong.code, 1);
    assert.match(wrong.errors, /no\.backup is no backup of this service/);
    const missing = await runCommand(['restore', join(folder, 'none')], environment);
    assert.match(missing.errors, /ENOENT/);
    const unnamed = await runCommand(['backup'], environment);
    assert.match(unnamed.errors, /archive-service backup <file>/);

    await command(environment, 'backup', join(folder, 'good.backup'));
    const taken = await runCommand(['restore', join(folder, 'good.backup')], environment);
    assert.equal(taken.code, 1);
    assert.match(taken.errors, /holds a database already/);
    const server = await runCommand(['backup', file], {
      ...environment,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x',
    });
    assert.match(server.errors, /pg_dump/);
  });
});

async function admin({ url }: Serving, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${url}/v1/admin${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_KEY}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${String(answer.status)} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
