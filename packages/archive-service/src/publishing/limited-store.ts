import type {
  ListedObject,
  ObjectBody,
  ObjectFacts,
  ObjectStore,
  ReadOptions,
  StoredBody,
  StoreOptions,
  WriteOptions,
} from '../stores/object-store.ts';
import type { Slots, Urgency } from './slots.ts';

/**
 * A store of which no more is asked at once than there are slots, however many parts of a publication do so. Copies are patient: more waits for what is read and written. A body that
 * is read keeps its slot until it is closed. Lists are few, each one request after the other, and have no slot.
 */
export class LimitedStore implements ObjectStore {
  readonly #store: ObjectStore;
  readonly #slots: Slots;

  constructor(store: ObjectStore, slots: Slots) {
    this.#store = store;
    this.#slots = slots;
  }

  async read(key: string, options?: ReadOptions): Promise<StoredBody | undefined> {
    await this.#slots.take('urgent');
    let object: StoredBody | undefined;
    try {
      object = await this.#store.read(key, options);
    } finally {
      if (object) object.body.once('close', () => this.#slots.give('urgent'));
      else this.#slots.give('urgent');
    }
    return object;
  }

  write(key: string, body: ObjectBody, options: WriteOptions): Promise<void> {
    return this.#within('urgent', () => this.#store.write(key, body, options));
  }

  head(key: string, options?: StoreOptions): Promise<ObjectFacts | undefined> {
    return this.#within('urgent', () => this.#store.head(key, options));
  }

  list(prefix: string, options?: StoreOptions): AsyncIterable<ListedObject> {
    return this.#store.list(prefix, options);
  }

  folders(folder: string, options?: StoreOptions): AsyncIterable<string> {
    return this.#store.folders(folder, options);
  }

  copyFrom(source: ObjectStore, sourceKey: string, key: string, options: WriteOptions): Promise<void> {
    // The store itself: one of a kind copies from its own kind without reading.
    const from = source instanceof LimitedStore ? source.#store : source;
    return this.#within('patient', () => this.#store.copyFrom(from, sourceKey, key, options));
  }

  remove(key: string, options?: StoreOptions): Promise<void> {
    return this.#within('urgent', () => this.#store.remove(key, options));
  }

  async #within<Result>(urgency: Urgency, act: () => Promise<Result>): Promise<Result> {
    await this.#slots.take(urgency);
    try {
      return await act();
    } finally {
      this.#slots.give(urgency);
    }
  }
}
