import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { describeKey } from '../publishing/archive-layout.ts';
import { listAll, readText, TEST_STORES } from '../test/stores.ts';
import type { TestStore } from '../test/stores.ts';
import type { WriteOptions } from './object-store.ts';

const segment = 'archive/spring/1/media/720p30/0.ts';
const pointer = 'v1/events/spring';

function headersOf(key: string, size?: number): WriteOptions {
  return { ...describeKey(key), size };
}

for (const [name, open] of TEST_STORES) {
  describe(`object store: ${name}`, () => {
    let test: TestStore;
    before(async () => {
      test = await open();
    });
    after(() => test.close());

    it('gives back what was written, with the headers it is served with', async () => {
      const store = await test.another();
      await store.write(segment, Buffer.from([0x47, 1, 2]), headersOf(segment));
      const object = await store.read(segment);
      assert.ok(object);
      assert.deepEqual(await buffer(object.body), Buffer.from([0x47, 1, 2]));
      assert.deepEqual(
        { size: object.size, contentType: object.contentType, cacheControl: object.cacheControl },
        { size: 3, contentType: 'video/mp2t', cacheControl: 'public, max-age=31536000, immutable' },
      );
      const { modifiedAt, ...head } = (await store.head(segment)) ?? assert.fail();
      assert.deepEqual(head, {
        size: 3,
        contentType: 'video/mp2t',
        cacheControl: 'public, max-age=31536000, immutable',
      });
      assert.equal(Math.floor(+object.modifiedAt / 1000), Math.floor(+modifiedAt / 1000));
    });

    it('serves a pointer, which has no extension, as JSON that is soon asked for again', async () => {
      const store = await test.another();
      await store.write(pointer, '{"id":"spring"}', headersOf(pointer));
      const head = await store.head(pointer);
      assert.equal(head?.contentType, 'application/json');
      assert.match(head.cacheControl, /max-age=5/);
    });

    it('tells when each object was last written', async () => {
      const store = await test.another();
      // Stores may count whole seconds.
      const before = Math.floor(Date.now() / 1000) * 1000;
      await store.write(segment, 'x', headersOf(segment));
      await store.copyFrom(store, segment, 'archive/copy.ts', headersOf('archive/copy.ts'));
      const after = Date.now() + 1000;
      const heads = [await store.head(segment), await store.head('archive/copy.ts')];
      for (const facts of [...heads, ...(await listAll(store))]) {
        assert.ok(
          facts && +facts.modifiedAt >= before && +facts.modifiedAt <= after,
          String(facts?.modifiedAt),
        );
      }
    });

    it('replaces an object as a whole', async () => {
      const store = await test.another();
      await store.write(pointer, 'a long first version', headersOf(pointer));
      await store.write(pointer, 'second', headersOf(pointer));
      assert.equal(await readText(store, pointer), 'second');
    });

    it('writes a stream of known length and fails with the stream that breaks', async () => {
      const store = await test.another();
      await store.write(
        segment,
        Readable.from([Buffer.from('ab'), Buffer.from('cd')]),
        headersOf(segment, 4),
      );
      assert.equal(await readText(store, segment), 'abcd');

      const broken = Readable.from(
        (async function* () {
          yield await Promise.resolve(Buffer.from('half'));
          throw new Error('the source broke');
        })(),
      );
      const other = 'archive/spring/1/media/720p30/1.ts';
      await assert.rejects(store.write(other, broken, headersOf(other, 8)), /the source broke/);
      assert.equal(await readText(store, segment), 'abcd');
      assert.deepEqual(
        (await listAll(store)).map(({ key }) => key),
        [segment],
      );
    });

    it('writes a stream of unknown length, an empty one too', async () => {
      const store = await test.another();
      await store.write(segment, Readable.from([Buffer.from('ab'), Buffer.from('cd')]), headersOf(segment));
      assert.equal(await readText(store, segment), 'abcd');
      await store.write(segment, Readable.from([]), headersOf(segment));
      assert.equal((await store.head(segment))?.size, 0);
    });

    it('refuses a stream that is shorter or longer than was told', async () => {
      const store = await test.another();
      for (const told of [3, 5]) {
        const writing = store.write(segment, Readable.from([Buffer.from('abcd')]), headersOf(segment, told));
        await assert.rejects(writing, { code: 'STORE_SIZE_WRONG' });
        assert.equal(await store.head(segment), undefined);
      }
    });

    it('lets go of a stream that nobody feeds, when its signal aborts', async () => {
      const store = await test.another();
      for (const size of [undefined, 100]) {
        const stalled = new Readable({ read: () => undefined });
        stalled.push('x');
        const stop = new AbortController();
        const writing = store.write(segment, stalled, { ...headersOf(segment, size), signal: stop.signal });
        setImmediate(() => {
          stop.abort();
        });
        await assert.rejects(writing, { name: 'AbortError' });
        assert.ok(stalled.destroyed);
        assert.deepEqual(await listAll(store), []);
      }
    });

    it('ends the reading of a body when its signal aborts', async () => {
      const store = await test.another();
      await store.write(segment, Buffer.alloc(4 * 1024 * 1024), headersOf(segment));
      const stop = new AbortController();
      const object = await store.read(segment, { signal: stop.signal });
      assert.ok(object);
      await assert.rejects(
        async () => {
          for await (const _ of object.body) stop.abort();
        },
        { name: 'AbortError' },
      );
    });

    it('reads ranges with both ends counted, and says where the object ends', async () => {
      const store = await test.another();
      await store.write(segment, '0123456789', headersOf(segment));
      const read = async (start: number, end?: number): Promise<[string, number]> => {
        const object = await store.read(segment, { range: { start, end } });
        assert.ok(object);
        return [(await buffer(object.body)).toString(), object.size];
      };
      assert.deepEqual(await read(0, 1), ['01', 10]);
      assert.deepEqual(await read(3, 5), ['345', 10]);
      assert.deepEqual(await read(7), ['789', 10]);
      assert.deepEqual(await read(8, 99), ['89', 10]);
      await assert.rejects(store.read(segment, { range: { start: 10 } }), { code: 'STORE_RANGE_INVALID' });
    });

    it('says undefined of what is not there, and lets it be removed', async () => {
      const store = await test.another();
      assert.equal(await store.read('archive/none'), undefined);
      assert.equal(await store.head('archive/none'), undefined);
      assert.deepEqual(await listAll(store), []);
      await store.remove('archive/none');
      await store.write(segment, 'x', headersOf(segment));
      assert.equal(await store.head('archive/spring'), undefined, 'a folder is no object');
      assert.equal(await store.read(`${segment}/deeper`), undefined, 'an object is no folder');
      await store.remove(segment);
      assert.equal(await store.head(segment), undefined);
    });

    it('lists by any beginning of a key', async () => {
      const store = await test.another();
      const keys = ['a/10.ts', 'a/2.ts', 'a-b/0.ts', 'a/c/0.ts', 'b/0.ts', 'a/ä.ts'];
      for (const key of keys) await store.write(key, key, headersOf(key));
      const found = async (prefix: string): Promise<string[]> =>
        (await listAll(store, prefix)).map(({ key }) => key).sort();
      assert.deepEqual(await found(''), ['a-b/0.ts', 'a/10.ts', 'a/2.ts', 'a/c/0.ts', 'a/ä.ts', 'b/0.ts']);
      assert.deepEqual(await found('a/'), ['a/10.ts', 'a/2.ts', 'a/c/0.ts', 'a/ä.ts']);
      assert.deepEqual(await found('a/1'), ['a/10.ts']);
      assert.deepEqual(await found('a/c'), ['a/c/0.ts']);
      assert.deepEqual(await found('nothing/here'), []);
    });

    it('tells the folders right below a folder', async () => {
      const store = await test.another();
      // s3rver tells of a folder only where an object lies right in it; Amazon and fauxqs tell of all.
      for (const key of ['a/3/5/0.ts', 'a/3/5/1.ts', 'a/3/50/0.ts', 'a/3/top.ts', 'a/0.ts'])
        await store.write(key, 'x', headersOf(key));
      const below = async (folder: string) => (await Array.fromAsync(store.folders(folder))).toSorted();
      assert.deepEqual(await below(''), ['a/']);
      assert.deepEqual(await below('a/'), ['a/3/']);
      assert.deepEqual(await below('a/3/'), ['a/3/5/', 'a/3/50/']);
      assert.deepEqual(await below('a/3/5/'), []);
      assert.deepEqual(await below('nowhere/'), []);
      assert.deepEqual(await below('../'), []);
    });

    it('copies from a store of its own kind and from one of the other', async (t) => {
      const target = await test.another();
      for (const [, openSource] of TEST_STORES) {
        const source = await openSource();
        t.after(() => source.close());
        await source.store.write('media/hls/it is/0.ts', 'segment', headersOf('x.ts'));
        await target.copyFrom(source.store, 'media/hls/it is/0.ts', segment, headersOf(segment));
        assert.equal(await readText(target, segment), 'segment');
        assert.equal((await target.head(segment))?.contentType, 'video/mp2t');
        await assert.rejects(target.copyFrom(source.store, 'media/none.ts', segment, headersOf(segment)), {
          code: 'STORE_OBJECT_MISSING',
        });
        assert.equal(await readText(target, segment), 'segment', 'a failed copy leaves what was there');
      }
      await target.copyFrom(target, segment, 'archive/copy.ts', headersOf('archive/copy.ts'));
      assert.equal(await readText(target, 'archive/copy.ts'), 'segment');
    });

    it('refuses keys that could lead elsewhere', async () => {
      const store = await test.another();
      const elsewhere = ['', '/etc/passwd', '../up', 'a/../../up'];
      const keys = [...elsewhere, 'a//b', 'a/', '.hidden', 'a\\b', 'a\0b', 'x'.repeat(1025)];
      for (const key of keys) {
        await assert.rejects(store.read(key), { code: 'STORE_KEY_INVALID' });
        await assert.rejects(store.write(key, '', headersOf('x')), { code: 'STORE_KEY_INVALID' });
        await assert.rejects(store.head(key), { code: 'STORE_KEY_INVALID' });
        await assert.rejects(store.copyFrom(store, key, 'a', headersOf('x')), { code: 'STORE_KEY_INVALID' });
      }
      // The rest may be what a list gave, under whatever name others have put it there.
      for (const key of elsewhere) await assert.rejects(store.remove(key), { code: 'STORE_KEY_INVALID' });
      assert.deepEqual(await listAll(store, '../'), []);
      assert.deepEqual(await listAll(store, '.unfinished/'), []);
    });

    it('stops when its signal aborts', async () => {
      const store = await test.another();
      await store.write(segment, 'x', headersOf(segment));
      const signal = AbortSignal.abort();
      await assert.rejects(store.read(segment, { signal }), { name: 'AbortError' });
      await assert.rejects(store.head(segment, { signal }), { name: 'AbortError' });
      await assert.rejects(store.write(segment, 'y', { ...headersOf(segment), signal }), {
        name: 'AbortError',
      });
      await assert.rejects(
        async () => {
          for await (const object of store.list('', { signal })) assert.fail(object.key);
        },
        { name: 'AbortError' },
      );
      assert.equal(await readText(store, segment), 'x');
    });
  });
}
