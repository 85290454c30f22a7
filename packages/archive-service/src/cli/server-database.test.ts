import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { createServerDatabase } from '../test/databases.ts';
import { runCommand, serve } from '../test/run-command.ts';
import { streamNotification } from '../test/samples.ts';

it('serves on a PostgreSQL server once its operator has migrated it, several processes at a time', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-server-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const environment = { DATABASE_URL: await createServerDatabase(), DATA_DIR: folder };

  const early = await runCommand(['serve'], { ...environment, PORT: '0' });
  assert.equal(early.code, 1);
  assert.match(
    early.errors,
    /^The database is not on the schema of this version: run `archive-service migrate`\.\n$/,
  );

  assert.match((await runCommand(['migrate'], environment)).output, /^Ran 0001-first-tables, .*\.\n$/);
  assert.match((await runCommand(['migrate'], environment)).output, /^The database is up to date\.\n$/);

  const services = await Promise.all([serve(environment), serve(environment)]);
  t.after(() => Promise.all(services.map((one) => one.process.exitCode ?? one.end('SIGKILL'))));
  const notification = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
  const handled = await runCommand(['handle-notification', '-'], environment, JSON.stringify(notification));
  assert.deepEqual([handled.code, handled.errors], [0, '']);
  assert.match(handled.output, /is unknown/);

  const [first] = services;
  const port = new URL(first.url).port;
  const taken = await runCommand(['serve'], { ...environment, PORT: port });
  assert.equal(taken.code, 1);
  assert.match(taken.errors, /^listen EADDRINUSE: .*\n$/);

  assert.deepEqual(await Promise.all(services.map(({ end }) => end('SIGTERM'))), [0, 0]);
});
