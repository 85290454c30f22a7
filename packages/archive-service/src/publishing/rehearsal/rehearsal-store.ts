import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ObjectBody, ObjectStore } from '../../stores/object-store.ts';

/** What writing an object would do. */
export type Change = 'new' | 'changed' | 'same';

export interface Written {
  readonly change: Change;
  readonly bytes: number;
}

/** A store that is read as it is, and into which nothing is written: it only keeps what would be. */
export class RehearsalStore implements ObjectStore {
  /** By key. */
  readonly written = new Map<string, Written>();
  /** Texts that would be written, by key. */
  readonly texts = new Map<string, string>();
  readonly #store: ObjectStore;
  readonly read: ObjectStore['read'];
  readonly head: ObjectStore['head'];
  readonly list: ObjectStore['list'];
  readonly folders: ObjectStore['folders'];

  constructor(store: ObjectStore) {
    this.#store = store;
    this.read = store.read.bind(store);
    this.head = store.head.bind(store);
    this.list = store.list.bind(store);
    this.folders = store.folders.bind(store);
  }

  async write(...[key, body, { signal }]: Parameters<ObjectStore['write']>): Promise<void> {
    if (typeof body === 'string') this.texts.set(key, body);
    const { bytes, hash } = await digest(body);
    const there = await this.#store.head(key, { signal });
    this.written.set(key, {
      bytes,
      change: there ? await this.#compare(key, bytes, hash, there.size) : 'new',
    });
  }

  async copyFrom(
    ...[source, sourceKey, key, { signal }]: Parameters<ObjectStore['copyFrom']>
  ): Promise<void> {
    const original = await source.head(sourceKey, { signal });
    const there = await this.#store.head(key, { signal });
    const bytes = original?.size ?? 0;
    // What lies under a key of a version never changes: the size tells whether it is there.
    this.written.set(key, { bytes, change: !there ? 'new' : there.size === bytes ? 'same' : 'changed' });
  }

  async remove(key: string): Promise<void> {
    // What is published is not removed by publishing it again: only what this publication itself has written too early.
    this.written.delete(key);
  }

  async #compare(key: string, bytes: number, hash: string, size: number): Promise<Change> {
    if (size !== bytes) return 'changed';
    const object = await this.#store.read(key);
    return object && (await digest(object.body)).hash === hash ? 'same' : 'changed';
  }
}

async function digest(body: ObjectBody): Promise<{ readonly bytes: number; readonly hash: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const chunks = body instanceof Readable ? (body as AsyncIterable<Uint8Array>) : [Buffer.from(body)];
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, hash: hash.digest('hex') };
}
