import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeKey } from '../archive-layout.ts';
import { SourceSegments } from '../media/source-segments.ts';
import { TEST_STORES } from '../../test/stores.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import type { SourceRendition } from './read-playlists.ts';
import { verifyMedia } from './verify-media.ts';

const signal = new AbortController().signal;

function renditionOf(path: string, keys: readonly string[], ended = true): SourceRendition {
  const segments = new SourceSegments();
  for (const key of keys) segments.push(key, false, undefined);
  const facts = { width: 640, height: 360, variant: undefined };
  return { path, playlistKey: `${path}/p.m3u8`, ...facts, ended, segments };
}

for (const [kind, open] of TEST_STORES) {
  describe(`verifyMedia on ${kind}`, () => {
    const stored = async (
      t: { after(act: () => Promise<void>): void },
      sizes: Record<string, number>,
    ): Promise<ObjectStore> => {
      const test = await open();
      t.after(() => test.close());
      for (const [key, size] of Object.entries(sizes))
        await test.store.write(key, 'x'.repeat(size), describeKey(key));
      return test.store;
    };

    it('tells the size of each file in the order of the playlist, wherever it lies', async (t) => {
      const store = await stored(t, {
        'r/lo/1.ts': 3,
        'r/lo/0.ts': 2,
        'r/lo/10.ts': 4,
        'r/x/odd name.ts': 5,
      });
      const lo = renditionOf('lo', ['r/lo/0.ts', 'r/lo/1.ts', 'r/lo/10.ts', 'r/x/odd name.ts', 'r/lo/0.ts']);
      const one = renditionOf('one', ['r/lo/10.ts']);
      const sizes = await verifyMedia({ store }, [lo, one], signal);
      assert.deepEqual([...(sizes.get(lo) ?? [])], [2, 3, 4, 5, 2]);
      assert.deepEqual([...(sizes.get(one) ?? [])], [4]);
    });

    it('goes by lists that were made before, and makes its own of what lies elsewhere', async (t) => {
      const store = await stored(t, { 'r/lo/0.ts': 2, 'r/hi/0.ts': 3, 'r/x/0.ts': 4 });
      const lo = renditionOf('lo', ['r/lo/0.ts', 'r/x/0.ts']);
      const hi = renditionOf('hi', ['r/hi/0.ts']);
      const listed = ['r/lo/', 'r/hi/'].map((folder) => ({
        folder,
        files: new Map([[`${folder}0.ts`, 9]]),
      }));
      const sizes = await verifyMedia({ store }, [lo, hi], signal, listed);
      assert.deepEqual([...(sizes.get(lo) ?? [])], [9, 4]);
      assert.deepEqual([...(sizes.get(hi) ?? [])], [9]);
      const missing = renditionOf('lo', ['r/lo/1.ts']);
      await assert.rejects(verifyMedia({ store }, [missing], signal, listed), { code: 'SEGMENT_MISSING' });
    });

    it('names what is missing or empty in the order of the recording, and counts the rest', async (t) => {
      const keys = Array.from({ length: 9 }, (_, index) => `r/lo/${String(index)}.ts`);
      const store = await stored(t, { 'r/lo/0.ts': 1, 'r/lo/3.ts': 0, 'r/hi/0.ts': 1 });
      const renditions = [renditionOf('hi', ['r/hi/0.ts', 'r/hi/1.ts']), renditionOf('lo', keys)];
      await assert.rejects(verifyMedia({ store }, renditions, signal), {
        code: 'SEGMENT_MISSING',
        message:
          'media files are missing or empty: r/hi/1.ts (missing), r/lo/1.ts (missing), r/lo/2.ts (missing), r/lo/3.ts (empty), r/lo/4.ts (missing) and 4 more',
        details: { files: 9 },
      });
    });

    it('waits for a recording that still grows', async (t) => {
      const store = await stored(t, { 'r/lo/0.ts': 1 });
      await assert.rejects(verifyMedia({ store }, [renditionOf('lo', ['r/lo/0.ts'], false)], signal), {
        code: 'RECORDING_UNFINISHED',
        message: /lo\/p\.m3u8 has no EXT-X-ENDLIST/,
      });
    });
  });
}
