import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { createServerDatabase } from '../test/databases.ts';
import { runCommand, serve } from '../test/run-command.ts';

/** As a platform gives it that keeps the password in a secret of its own: nobody has to put a URL together. */
it("takes what DATABASE_URL leaves out from libpq's variables", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-parts-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  // Its host is a folder with a socket, which a URL can only say in its query.
  const [, user = '', name = '', host = ''] =
    /^postgres:\/\/(\w+)@\/(\w+)\?host=(.+)$/.exec(await createServerDatabase()) ?? [];
  const environment = {
    DATA_DIR: folder,
    DATABASE_URL: `postgresql:///${name}`,
    PGHOST: decodeURIComponent(host),
    PGUSER: user,
  };
  const migrated = await runCommand(['migrate'], environment);
  assert.deepEqual([migrated.code, migrated.errors], [0, '']);
  // The jobs have a connection of their own.
  const service = await serve(environment);
  t.after(async () => {
    if (service.process.exitCode === null) await service.end('SIGKILL');
  });
  assert.equal((await fetch(`${service.url}/health/ready`)).status, 200);
  assert.equal(await service.end('SIGTERM'), 0);

  const elsewhere = await runCommand(['migrate'], { ...environment, PGHOST: folder });
  assert.equal(elsewhere.code, 1);
});
