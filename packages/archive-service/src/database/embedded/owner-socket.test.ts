import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { askOwner, openOwnerSocket } from './owner-socket.ts';

it('answers who has asked, and is not held up by who says or takes nothing', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-socket-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  t.after(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true });
  });
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  const socket = await openOwnerSocket(join(folder, 'data'), async () => {
    asked.resolve();
    return answer.promise;
  });
  const [own = ''] = readdirSync(folder).filter((name) => name.startsWith('vitrine-'));
  const [path = ''] = readdirSync(join(folder, own));
  const silent = connect(join(folder, own, path));
  await once(silent, 'connect');
  const asking = askOwner(join(folder, 'data'), { command: 'x' }, new AbortController().signal);
  await asked.promise;
  const gone = once(silent, 'close');
  const closed = socket.close();
  answer.resolve('done');
  assert.deepEqual(await asking, { ok: true, result: 'done' });
  await Promise.all([closed, gone]);
});
