import type { Readable } from 'node:stream';

/** Where objects lie: a folder, or a bucket. Keys are `/`-separated and checked by `checkKey`; a missing object is `undefined`, never an error. */
export interface ObjectStore {
  /** The object, or a range of its bytes. The body must be read to its end or destroyed. */
  read(key: string, options?: ReadOptions): Promise<StoredBody | undefined>;
  /** Replaces the object as a whole: a reader sees the old one or the new one, and after a crash one of the two is there. */
  write(key: string, body: ObjectBody, options: WriteOptions): Promise<void>;
  head(key: string, options?: StoreOptions): Promise<ObjectFacts | undefined>;
  /** Every object whose key begins with `prefix`, in no order that one may count on. */
  list(prefix: string, options?: StoreOptions): AsyncIterable<ListedObject>;
  /** The folders right below a folder (`''`, or ending in a slash), each ending in a slash, without a look at what is in them. */
  folders(folder: string, options?: StoreOptions): AsyncIterable<string>;
  /** Copies an object of another store, or of this one; inside one kind of store the bytes do not pass through this process. */
  copyFrom(source: ObjectStore, sourceKey: string, key: string, options: WriteOptions): Promise<void>;
  /** Removes the object; one that is not there is no error. Every key that `list` gives can be removed, also one that others would refuse. */
  remove(key: string, options?: StoreOptions): Promise<void>;
}

/** A stream of any length, told (`WriteOptions.size`) or not: some megabytes of it are held in memory. */
export type ObjectBody = string | Uint8Array | Readable;

export interface StoreOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Both ends count, as in HTTP's `Range`: 0 to 0 is the first byte. Without `end`, to the last byte. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number | undefined;
}

export interface ReadOptions extends StoreOptions {
  readonly range?: ByteRange | undefined;
}

/** The headers with which an object is served. */
export interface ObjectHeaders {
  readonly contentType: string;
  readonly cacheControl: string;
}

export interface WriteOptions extends ObjectHeaders, StoreOptions {
  /** Bytes of the object, where the caller knows; a stream that has fewer or more is an error then. */
  readonly size?: number | undefined;
}

export interface ObjectFacts {
  /** Bytes of the whole object, also where only a range of it was read. */
  readonly size: number;
  readonly contentType: string;
  readonly cacheControl: string;
  /** When it was last written, by the store's clock. */
  readonly modifiedAt: Date;
}

export interface StoredBody extends ObjectFacts {
  readonly body: Readable;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}
