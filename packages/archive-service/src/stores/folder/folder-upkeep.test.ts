import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { describeKey } from '../../publishing/archive-layout.ts';
import { listAll } from '../../test/stores.ts';
import { withReason } from './file-errors.ts';
import { FolderStore } from './folder-store.ts';

const headers = describeKey('archive/a.json');

describe('a folder store', () => {
  let parent: string;
  let count = 0;
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'vitrine-upkeep-'));
  });
  after(() => rm(parent, { recursive: true }));
  const open = (): [FolderStore, string] => {
    const folder = join(parent, String(count++));
    return [new FolderStore(folder, describeKey), folder];
  };

  it('removes what killed writers have left, and leaves what may still be written', async () => {
    const [store, folder] = open();
    const unfinished = join(folder, '.unfinished');
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, 'left'), 'half of a fi');
    await writeFile(join(unfinished, 'growing'), 'half of a fi');
    const longAgo = Date.now() / 1000 - 2 * 60 * 60;
    await utimes(join(unfinished, 'left'), longAgo, longAgo);
    assert.deepEqual(await listAll(store), []);
    await store.write('archive/a.json', '{}', headers);
    assert.deepEqual(await readdir(unfinished), ['growing']);
  });

  it('keeps no folder that is empty', async () => {
    const [store, folder] = open();
    for (const key of ['archive/a/1/0.ts', 'archive/a/1/1.ts', 'archive/b/x'])
      await store.write(key, 'x', headers);
    await store.remove('archive/a/1/0.ts');
    assert.deepEqual(await readdir(join(folder, 'archive/a/1')), ['1.ts']);
    await store.remove('archive/a/1/1.ts');
    assert.deepEqual(await readdir(join(folder, 'archive')), ['b']);
    await store.remove('archive/b/x');
    assert.deepEqual(await readdir(folder), ['.unfinished']);
  });

  it('writes into a folder while it is taken away for being empty', async () => {
    const [store] = open();
    const churn = async (name: string): Promise<void> => {
      for (let round = 0; round < 40; round += 1) {
        await store.write(`a/b/c/${name}`, name, headers);
        await store.remove(`a/b/c/${name}`);
      }
    };
    await Promise.all(['1', '2', '3', '4'].map(churn));
    assert.deepEqual(await listAll(store), []);
  });

  it('lists on while files are removed', async () => {
    const [store] = open();
    const keys = Array.from({ length: 200 }, (_, index) => `a/${String(index)}.ts`);
    await Promise.all(keys.map((key) => store.write(key, 'x', headers)));
    const seen = new Set<string>();
    for await (const { key } of store.list('a/')) {
      seen.add(key);
      if (seen.size === 1) await Promise.all(keys.slice(100).map((gone) => store.remove(gone)));
    }
    for (const key of keys.slice(0, 100)) assert.ok(seen.has(key), key);
  });

  it('says which object may not be read or written, and by whom', async (t) => {
    const [store, folder] = open();
    await store.write('archive/a.json', '{}', headers);
    await chmod(join(folder, 'archive'), 0);
    t.after(() => chmod(join(folder, 'archive'), 0o755));
    await chmod(parent, 0o755);
    // Everything is allowed to root, so that somebody else has to ask.
    const asOther = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const script = `
      const { FolderStore } = await import(${JSON.stringify(new URL('folder-store.ts', import.meta.url).href)});
      const store = new FolderStore(${JSON.stringify(folder)}, () => ({}));
      const tell = (error) => console.log(error.code + ': ' + error.message);
      await store.read('archive/a.json').catch(tell);
      await store.write('archive/b.json', '', {}).catch(tell);`;
    const args = ['--conditions=vitrine-source', '--input-type=module', '-e', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, asOther);
    const message = `in the folder ${folder} may not be used by the user that this process runs as`;
    assert.deepEqual(stdout.trim().split('\n'), [
      `STORE_DENIED: object archive/a.json ${message}`,
      `STORE_DENIED: object archive/b.json ${message}`,
    ]);
  });

  it('says that the disk is full, and leaves every other error as it is', () => {
    const failed = (code: string): Error => Object.assign(new Error(code), { code });
    const full = withReason(failed('ENOSPC'), 'archive/a.ts', '/srv/store');
    assert.ok(full instanceof Error && 'code' in full && full.code === 'STORE_FULL');
    assert.match(full.message, /archive\/a.ts in the folder \/srv\/store .* no space is left/);
    const other = failed('EIO');
    assert.equal(withReason(other, 'a', '/'), other);
  });
});
