import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../test/local-recording.ts';
import { portsOf, publicationOf, SPRING } from '../test/publications.ts';
import { listAll, TEST_STORES } from '../test/stores.ts';
import { publishArchive } from './publish-archive.ts';
import { movePointers } from './steps/move-pointer.ts';

/** By the end of the key; a pointer has none. */
const TYPES: Readonly<Record<string, string>> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.json': 'application/json',
  '.vtt': 'text/vtt; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.m4a': 'audio/mp4',
  pointer: 'application/json',
};

let recordings: LocalRecordings;
let show: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  const text = JSON.stringify({ vitrine: 1, n: 1, show: ['mug'] });
  show = await recordings.record({ durationSeconds: 24, script: [{ text, picture: 30 }] });
});
after(() => recordings.close());

for (const [name, open] of TEST_STORES) {
  describe(`every object of an archive in a store: ${name}`, () => {
    it('has its type, and is kept for a year; but a pointer for a moment', async (t) => {
      const test = await open();
      t.after(() => test.close());
      const ports = portsOf(recordings.store, test.store);
      const { links } = await publishArchive(publicationOf(show.prefix), ports);
      const pointers = await movePointers(SPRING, links, ports);
      assert.equal(pointers.length, 2);

      const seen = new Set<string>();
      for (const { key } of await listAll(test.store)) {
        const kind = pointers.includes(key) ? 'pointer' : (/\.[a-z0-9]+$/.exec(key)?.[0] ?? key);
        seen.add(kind);
        const facts = (await test.store.head(key)) ?? assert.fail(`${key} is listed, and is not there`);
        assert.equal(facts.contentType, TYPES[kind], key);
        if (kind === 'pointer') {
          const age = /^public, max-age=(\d+)(, stale-while-revalidate=\d+)?$/.exec(facts.cacheControl)?.[1];
          assert.ok(Number(age) <= 60, `${key}: ${facts.cacheControl}`);
        } else {
          assert.ok(key.startsWith('archive/ev-1/1/'), key);
          assert.equal(facts.cacheControl, 'public, max-age=31536000, immutable', key);
        }
      }
      assert.deepEqual([...seen].sort(), Object.keys(TYPES).sort(), 'each kind was there to be looked at');
    });
  });
}
