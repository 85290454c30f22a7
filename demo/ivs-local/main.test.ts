import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

function run(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  return { child, lines: createInterface({ input: child.stdout }), errors, exit: once(child, 'exit') };
}

test('puts a channel on air, says where, and ends cleanly on an interrupt', async () => {
  const { child, lines, exit } = run('--port', '0', '--on-air', 'demo');
  let playback = '';
  for await (const line of lines) {
    playback = / playback (\S+)/.exec(line)?.[1] ?? '';
    if (playback !== '') break;
  }
  const { status } = await fetch(playback);
  assert.ok(status === 200 || status === 404, 'it answers, perhaps before the first segment');
  child.kill('SIGINT');
  assert.deepEqual(await exit, [0, null]);
});

test('--help explains every option', async () => {
  const { lines, exit } = run('--help');
  let text = '';
  for await (const line of lines) text += line;
  for (const option of ['--port', '--clip', '--recordings', '--notify-url', '--on-air'])
    assert.ok(text.includes(option));
  assert.deepEqual(await exit, [0, null]);
});

test('a taken port or a wrong value is one clear line', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const busy = run('--port', String(port));
  assert.deepEqual(await busy.exit, [1, null]);
  assert.match(busy.errors.join(''), new RegExp(`^ivs-local: .*${port}.*\\n$`));
  taken.close();
  const wrong = run('--port', 'many');
  assert.deepEqual(await wrong.exit, [1, null]);
  assert.equal(
    wrong.errors.join(''),
    'ivs-local: port is "many"; it must be a whole number from 0 to 65535\n',
  );
});
