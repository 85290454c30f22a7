import { Readable } from 'node:stream';
import type { ObjectStore, StoredBody } from '../stores/object-store.ts';

export interface StoreCall {
  readonly operation: 'read' | 'write' | 'head' | 'list' | 'copy' | 'remove';
  readonly key: string;
}

/** What a test does around every call of a store; whoever throws makes the call fail. */
export interface StoreWatch {
  before?(call: StoreCall): void;
  /** The call is done, and its caller has not heard of it yet. */
  after?(call: StoreCall): void;
  /** Bytes after which a body that is read breaks off; `undefined`: never. */
  breaksAfter?(call: StoreCall): number | undefined;
}

/** What a copy inside one kind of store must see in place of the watched one. */
const INNER = new WeakMap<ObjectStore, ObjectStore>();

/** The same store, with a test's eyes (and hands) on every call. */
export function watchStore(store: ObjectStore, watch: StoreWatch): ObjectStore {
  async function during<Result>(call: StoreCall, act: () => Promise<Result>): Promise<Result> {
    watch.before?.(call);
    const result = await act();
    watch.after?.(call);
    return result;
  }
  const watched: ObjectStore = {
    read: (key, options) => {
      const call: StoreCall = { operation: 'read', key };
      const bytes = watch.breaksAfter?.(call);
      return during(call, async () => {
        const object = await store.read(key, options);
        return object && bytes !== undefined ? broken(object, bytes) : object;
      });
    },
    write: (key, ...given) => during({ operation: 'write', key }, () => store.write(key, ...given)),
    head: (key, options) => during({ operation: 'head', key }, () => store.head(key, options)),
    async *list(prefix, options) {
      const call: StoreCall = { operation: 'list', key: prefix };
      watch.before?.(call);
      yield* store.list(prefix, options);
      watch.after?.(call);
    },
    async *folders(folder, options) {
      const call: StoreCall = { operation: 'list', key: folder };
      watch.before?.(call);
      yield* store.folders(folder, options);
      watch.after?.(call);
    },
    copyFrom: (source, sourceKey, key, options) =>
      during({ operation: 'copy', key }, () =>
        store.copyFrom(INNER.get(source) ?? source, sourceKey, key, options),
      ),
    remove: (key, options) => during({ operation: 'remove', key }, () => store.remove(key, options)),
  };
  INNER.set(watched, store);
  return watched;
}

function broken(object: StoredBody, bytes: number): StoredBody {
  async function* begin(): AsyncGenerator<Uint8Array> {
    let left = bytes;
    for await (const chunk of object.body as AsyncIterable<Uint8Array>) {
      if (chunk.length > left) {
        yield chunk.subarray(0, left);
        break;
      }
      left -= chunk.length;
      yield chunk;
    }
    throw new Error('the connection to the store broke');
  }
  return { ...object, body: Readable.from(begin(), { objectMode: false }) };
}
