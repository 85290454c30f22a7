import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { DemoError } from './demo-error.ts';
import { choosePorts, DEFAULT_PORTS, FREE_PORTS, readPorts } from './ports.ts';

for (const host of ['127.0.0.1', '::1']) {
  test(`a port that is taken on ${host} is named, with what wants it and how to move it`, async (t) => {
    const other = createServer().listen(0, host);
    t.after(() => other.close());
    await once(other, 'listening');
    const address = other.address();
    assert.ok(typeof address === 'object' && address);
    await assert.rejects(choosePorts({ ...FREE_PORTS, cdn: address.port }), (error) => {
      assert.ok(error instanceof DemoError);
      assert.match(
        error.message,
        new RegExp(`^Port ${address.port} for the CDN origin is taken: .*CDN_PORT`),
      );
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  });
}

test('free ports are four different ones that can be listened on', async () => {
  const ports = Object.values(await choosePorts(FREE_PORTS));
  assert.equal(new Set(ports).size, 4);
  assert.ok(ports.every((port) => port > 0));
});

test('ports come from the environment, and one that is no port is refused by name', () => {
  assert.deepEqual(readPorts({}), DEFAULT_PORTS);
  assert.deepEqual(readPorts({ SHOP_PORT: '0', IVS_PORT: '5000', CDN_PORT: '' }), {
    ...DEFAULT_PORTS,
    shop: 0,
    ivs: 5000,
  });
  assert.throws(() => readPorts({ SERVICE_PORT: '70000' }), /SERVICE_PORT should be a port/);
  assert.throws(() => readPorts({ SERVICE_PORT: 'abc' }), DemoError);
});
