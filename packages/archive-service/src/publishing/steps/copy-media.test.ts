import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeKey } from '../archive-layout.ts';
import { filesThere } from '../files-there.ts';
import type { PublicationProgress } from '../publication.ts';
import { listAll, readText, TEST_STORES } from '../../test/stores.ts';
import { copyMedia } from './copy-media.ts';
import type { MediaCopy } from './copy-media.ts';

const signal = new AbortController().signal;
const FILES = 12;
const FOLDER = 'archive/ev/1/';

for (const [kind, open] of TEST_STORES) {
  describe(`copyMedia on ${kind}`, () => {
    it('copies what is not there with its size, and tells how far it is', async (t) => {
      const test = await open();
      t.after(() => test.close());
      const [source, store] = [test.store, await test.another()];
      const copies: MediaCopy[] = [];
      for (let index = 0; index < FILES; index += 1) {
        const key = `r/${String(index)}.ts`;
        const body = `file ${String(index)}`;
        await source.write(key, body, describeKey(key));
        copies.push({
          source,
          key,
          target: `archive/ev/1/media/lo/0-${String(index)}.ts`,
          size: body.length,
        });
      }
      // An attempt that was killed has left one file, and another stands in its way with a wrong size.
      const [there, wrong] = copies;
      await store.write(there?.target ?? '', 'FILE 0', describeKey('x.ts'));
      await store.write(wrong?.target ?? '', 'half', describeKey('x.ts'));

      const told: PublicationProgress[] = [];
      const ports = { store, signal, progress: (one: PublicationProgress) => told.push(one) };
      await copyMedia(copies, await filesThere(store, FOLDER, signal), ports);
      assert.equal((await listAll(store)).length, FILES);
      assert.equal(await readText(store, there?.target ?? ''), 'FILE 0', 'left alone');
      assert.equal(await readText(store, wrong?.target ?? ''), 'file 1');
      assert.equal((await store.head(wrong?.target ?? ''))?.contentType, 'video/mp2t');

      const bytes = copies.slice(1).reduce((sum, { size }) => sum + size, 0);
      assert.deepEqual(told.at(-1), { step: 'copy-media', done: FILES, total: FILES, bytes });
      assert.ok(told.every(({ done }, index) => index === 0 || done > (told[index - 1]?.done ?? 0)));

      told.length = 0;
      await copyMedia(copies, await filesThere(store, FOLDER, signal), ports);
      assert.equal(told.at(-1)?.bytes, 0, 'nothing is copied twice');
    });

    it('says which file is gone', async (t) => {
      const test = await open();
      t.after(() => test.close());
      const copies = [{ source: test.store, key: 'r/gone.ts', target: 'archive/ev/1/x.ts', size: 1 }];
      const ports = { store: await test.another(), signal, progress: () => undefined };
      await assert.rejects(copyMedia(copies, new Map(), ports), {
        code: 'STORE_OBJECT_MISSING',
        message: /r\/gone\.ts/,
      });
    });
  });
}
