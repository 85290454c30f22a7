import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('npm start on a taken port says so in one line and ends with 1', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const address = other.address();
  assert.ok(typeof address === 'object' && address);

  const child = spawn(
    process.execPath,
    ['--conditions=vitrine-source', fileURLToPath(new URL('start.ts', import.meta.url))],
    {
      env: {
        ...process.env,
        SHOP_PORT: String(address.port),
        SERVICE_PORT: '0',
        CDN_PORT: '0',
        IVS_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit'), text(child.stdout)]);
  assert.equal(code, 1);
  assert.match(
    errors,
    new RegExp(`^Port ${address.port} for the shop page is taken: .*SHOP_PORT to another\\.\\n$`),
  );
});
