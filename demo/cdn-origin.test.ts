import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startCdnOrigin, type CdnOrigin } from './cdn-origin.ts';

let folder: string;
let cdn: CdnOrigin;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-cdn-'));
  const files: Readonly<Record<string, string>> = {
    'store/v1/events/spring': '{"id":"spring"}',
    'store/archive/a/1/720p/playlist.m3u8': '#EXTM3U\n',
    'store/archive/a/1/720p/0.ts': '0123456789',
    'store/archive/a/1/timeline.json': JSON.stringify({ cues: 'x'.repeat(4000) }),
    'widget/vitrine.js': `export const text = '${'a'.repeat(4000)}';`,
    'widget/ivs/player.wasm': '\0asm',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  cdn = await startCdnOrigin({ port: 0, widgetDir: join(folder, 'widget'), storeDir: join(folder, 'store') });
});

after(async () => {
  await cdn.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${cdn.url}${path}`, { headers: { origin: 'http://shop.example', ...headers } });

for (const [path, type] of [
  ['/v1/events/spring', /^application\/json/],
  ['/archive/a/1/720p/playlist.m3u8', /mpegurl/],
  ['/archive/a/1/720p/0.ts', /^video\/mp2t/],
  ['/archive/a/1/timeline.json', /^application\/json/],
  ['/vitrine/vitrine.js', /^(text|application)\/javascript/],
  ['/vitrine/ivs/player.wasm', /^application\/wasm/],
] as const) {
  test(`${path} has its type and may be read by any origin`, async () => {
    const response = await get(path);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', type);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  });
}

test('a byte range of a segment is exactly that, and never compressed', async () => {
  const response = await get('/archive/a/1/720p/0.ts', { range: 'bytes=2-5', 'accept-encoding': 'gzip' });
  assert.equal(response.status, 206);
  assert.equal(response.headers.get('content-range'), 'bytes 2-5/10');
  assert.equal(response.headers.get('content-encoding'), null);
  assert.equal(await response.text(), '2345');
});

test('scripts are compressed; the pointer is cached for seconds, a version for good', async () => {
  const script = await get('/vitrine/vitrine.js', { 'accept-encoding': 'gzip' });
  assert.equal(script.headers.get('content-encoding'), 'gzip');
  assert.match(await script.text(), /export const text/);
  const caching = async (path: string) => (await get(path)).headers.get('cache-control');
  assert.equal(await caching('/v1/events/spring'), 'public, max-age=2');
  assert.match((await caching('/archive/a/1/timeline.json')) ?? '', /immutable/);
});

test('what is not published is 404, and nothing outside the folders is reached', async () => {
  assert.equal((await get('/v1/events/none')).status, 404);
  for (const path of ['/..%2fwidget/vitrine.js', '/v1/events/', '/v1']) {
    const { status } = await get(path);
    assert.ok(status === 403 || status === 404, `${path}: ${status}`);
  }
});
