import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { seedDataFolder } from '../test/embedded-template.ts';
import { runCommand, serve, type Ended, type Serving } from '../test/run-command.ts';
import { recordingNotification } from '../test/samples.ts';
import { ADMIN_KEY, CHANNEL } from '../test/test-service.ts';

const MANY = 20;

/** A data folder with a channel whose recordings are known. */
async function dataFolder(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-owner-'));
  // Sockets lie in the temporary folder; those of killed owners would stay there.
  const environment = { DATA_DIR: join(folder, 'data'), TMPDIR: folder, ADMIN_KEY };
  await seedDataFolder(environment.DATA_DIR);
  const running = new Set<Serving>();
  t.after(async () => {
    for (const { process: child, end } of running)
      if (child.exitCode === null && !child.killed) await end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (): Promise<Serving> => {
    const serving = await serve(environment);
    running.add(serving);
    return serving;
  };
  const first = await start();
  await admin(first, 'POST', '/channels', {
    arn: CHANNEL,
    name: 'Studio',
    playbackUrl: 'https://ivs.example/x.m3u8',
  });
  return { environment, first, start };
}

async function admin({ url }: Serving, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${url}/v1/admin${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_KEY}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.json();
}

async function prefixes(serving: Serving): Promise<string[]> {
  const { recordings } = (await admin(serving, 'GET', '/recordings')) as { recordings: { prefix: string }[] };
  return recordings.map(({ prefix }) => prefix).toSorted();
}

const names = (round: string): string[] =>
  Array.from({ length: MANY }, (_, index) => `${round}/${index}`).toSorted();

/** Twenty commands at once, each with a recording of its own. */
function announce(round: string, environment: Readonly<Record<string, string>>): Promise<Ended>[] {
  return names(round).map((prefix, index) => {
    const time = new Date(Date.UTC(2026, 2, 5) + index * 3_600_000).toISOString();
    const notification = recordingNotification('Recording Start', time, { prefix });
    return runCommand(['handle-notification', '-'], environment, JSON.stringify(notification));
  });
}

function assertAllDone(ended: readonly Ended[]): void {
  assert.deepEqual(
    ended.filter(({ code }) => code !== 0),
    [],
  );
}

it('loses nothing of twenty commands at once, beside a service and without one', async (t) => {
  const { environment, first, start } = await dataFolder(t);
  assertAllDone(await Promise.all(announce('beside', environment)));
  assert.deepEqual(await prefixes(first), names('beside'));

  assert.equal(await first.end('SIGTERM'), 0);
  assertAllDone(await Promise.all(announce('alone', environment)));
  const second = await start();
  assert.deepEqual(await prefixes(second), [...names('alone'), ...names('beside')].toSorted());
});

it('loses nothing when the owner is killed in the middle', async (t) => {
  const { environment, first, start } = await dataFolder(t);
  const commands = announce('killed', environment);
  await Promise.race(commands);
  await first.end('SIGKILL');
  // A service that starts among the commands waits for its turn.
  const [second, ended] = await Promise.all([start(), Promise.all(commands)]);
  assertAllDone(ended);
  assert.deepEqual(await prefixes(second), names('killed'));
});

it('ends a second service on the same folder with one line', async (t) => {
  const { environment, first } = await dataFolder(t);
  const { code, output, errors } = await runCommand(['serve'], { ...environment, PORT: '0' });
  assert.equal(code, 1);
  assert.equal(output, '');
  assert.match(errors, /^Another archive-service owns .*: stop it, or set DATA_DIR to another folder\.\n$/);
  assert.equal((await fetch(`${first.url}/health/ready`)).status, 200);
});

it('ends with one line when its port is taken', async (t) => {
  const { environment, first } = await dataFolder(t);
  const own = { ...environment, DATA_DIR: `${environment.DATA_DIR}-other`, PORT: new URL(first.url).port };
  const { code, errors } = await runCommand(['serve'], { ...own, LOG_LEVEL: 'fatal' });
  assert.equal(code, 1);
  assert.match(errors, /^listen EADDRINUSE: .*\n$/);
});

it('says what is wrong in few words', async () => {
  const wrong = await runCommand(['serve'], { PORT: 'http', STORE_URL: 'nowhere' });
  assert.equal(wrong.code, 1);
  assert.match(wrong.errors, /PORT should be .*\n.*STORE_URL|STORE_URL should be .*\n.*PORT/);
  assert.equal((await runCommand(['handle-notification', '/nowhere.json'], {})).code, 1);
  const unknown = await runCommand(['dance'], {});
  assert.equal(unknown.code, 2);
  assert.match(unknown.errors, /^Usage: archive-service/);
});
