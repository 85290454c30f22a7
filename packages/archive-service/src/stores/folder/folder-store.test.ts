import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { it } from 'node:test';
import { describeKey } from '../../publishing/archive-layout.ts';
import { listAll, readText } from '../../test/stores.ts';
import { FolderStore } from './folder-store.ts';

const headers = describeKey('archive/a.json');

it('keeps the old object whole, and no trace of the new one, when a write breaks', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-folder-'));
  t.after(() => rm(folder, { recursive: true }));
  const store = new FolderStore(folder, describeKey);
  await store.write('archive/a.json', 'old', headers);
  const broken = Readable.from(
    (async function* () {
      yield await Promise.resolve(Buffer.from('new, but not'));
      throw new Error('the source broke');
    })(),
  );
  await assert.rejects(store.write('archive/a.json', broken, headers), /the source broke/);
  assert.equal(await readText(store, 'archive/a.json'), 'old');
  assert.deepEqual(await readdir(join(folder, 'archive')), ['a.json']);
  assert.deepEqual(await readdir(join(folder, '.unfinished')), []);
});

it('lets go of the source wherever a write ends', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-folder-'));
  t.after(() => rm(folder, { recursive: true }));
  const store = new FolderStore(folder, describeKey);
  await writeFile(join(folder, 'file'), '');
  const source = (): Readable => new Readable({ read: () => undefined });

  const unwanted = source();
  await assert.rejects(store.write('file/below.ts', unwanted, headers), { code: 'EEXIST' });
  assert.ok(unwanted.destroyed, 'no such folder can be made');

  const forbidden = source();
  await assert.rejects(store.write('../up.ts', forbidden, headers), { code: 'STORE_KEY_INVALID' });
  assert.ok(forbidden.destroyed, 'the key is refused');

  const stalled = source();
  const stop = new AbortController();
  const writing = store.write('stalled.ts', stalled, { ...headers, signal: stop.signal });
  stop.abort();
  await assert.rejects(writing, { name: 'AbortError' });
  assert.ok(stalled.destroyed, 'nobody waits for more of it');

  // Before the first byte is asked for: an error that nobody listens to would end the process.
  const early = source();
  const broken = store.write('early.ts', early, headers);
  early.destroy(new Error('the connection was lost'));
  await assert.rejects(broken, /the connection was lost/);
  assert.deepEqual(await readdir(folder), ['.unfinished', 'file']);
  assert.deepEqual(await readdir(join(folder, '.unfinished')), []);
});

it('shows a reader one version or the other while many write', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-folder-'));
  t.after(() => rm(folder, { recursive: true }));
  const store = new FolderStore(folder, describeKey);
  const versions = Array.from({ length: 8 }, (_, index) => String(index).repeat(50_000));
  await store.write('v1/events/spring', versions[0] ?? '', headers);
  const writing = Promise.all(versions.map((text) => store.write('v1/events/spring', text, headers)));
  const seen = await Promise.all(versions.map(() => readText(store, 'v1/events/spring')));
  await writing;
  for (const text of seen) assert.ok(text !== undefined && versions.includes(text));
  const [only, ...others] = await listAll(store);
  assert.deepEqual([only?.key, only?.size, others], ['v1/events/spring', 50_000, []]);
});
