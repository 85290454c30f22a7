import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ObjectStore } from '@vitrine/archive-service/testing';

const HEADERS = { contentType: 'application/octet-stream', cacheControl: 'no-store' };
const MODIFIED = new Date(0);

/** A store for a hundred thousand short lives: no file is touched. */
export function memoryStore(files: Map<string, Uint8Array>): ObjectStore {
  const facts = (content: Uint8Array) => ({ ...HEADERS, size: content.length, modifiedAt: MODIFIED });
  return {
    async read(key, { range } = {}) {
      const content = files.get(key);
      if (!content) return undefined;
      const part = range ? content.subarray(range.start, (range.end ?? content.length - 1) + 1) : content;
      return { ...facts(content), body: Readable.from(chunksOf(part), { objectMode: false }) };
    },
    async write(key, body) {
      files.set(key, body instanceof Readable ? await buffer(body) : Buffer.from(body));
    },
    async head(key) {
      const content = files.get(key);
      return content && facts(content);
    },
    async *list(prefix) {
      for (const [key, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (key.startsWith(prefix)) yield { key, ...facts(content) };
      }
    },
    async *folders(folder) {
      const below = [...files.keys()].filter(
        (key) => key.startsWith(folder) && key.includes('/', folder.length),
      );
      yield* new Set(below.map((key) => key.slice(0, key.indexOf('/', folder.length) + 1)));
    },
    async copyFrom(source, sourceKey, key, options) {
      const object = await source.read(sourceKey);
      if (!object) throw new Error(`there is no ${sourceKey}`);
      await this.write(key, object.body, options);
    },
    async remove(key) {
      files.delete(key);
    },
  };
}

/** As a network brings it, packets cut anywhere. */
function* chunksOf(content: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += 16_001) yield content.subarray(at, at + 16_001);
}
