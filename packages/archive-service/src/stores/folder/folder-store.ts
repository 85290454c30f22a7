import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, constants, open, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkKey } from '../check-key.ts';
import { streamCopy } from '../stream-copy.ts';
import { resolveRange } from '../resolve-range.ts';
import type {
  ListedObject,
  ObjectBody,
  ObjectFacts,
  ObjectHeaders,
  ObjectStore,
  ReadOptions,
  StoredBody,
  StoreOptions,
  WriteOptions,
} from '../object-store.ts';
import { isAbsent } from './absent.ts';
import { replaceFile } from './replace-file.ts';
import { walkFolder } from './walk-folder.ts';

/** A file system has nowhere to keep an object's headers: they are worked out from its key, so that a folder copied by other means serves the same. */
export type DescribeKey = (key: string) => ObjectHeaders;

export class FolderStore implements ObjectStore {
  readonly #root: string;
  readonly #describe: DescribeKey;

  constructor(root: string, describe: DescribeKey) {
    this.#root = resolve(root);
    this.#describe = describe;
  }

  async read(key: string, { range, signal }: ReadOptions = {}): Promise<StoredBody | undefined> {
    signal?.throwIfAborted();
    const file = await open(this.#path(key)).catch(undefinedIfAbsent);
    if (!file) return undefined;
    try {
      const facts = await file.stat();
      if (!facts.isFile()) return await file.close().then(() => undefined);
      const { start, end } = resolveRange(key, facts.size, range);
      // An empty file has no last byte to name, and a stream from 0 to -1 is an error.
      const body = end < start ? emptyBody(file) : createReadStream('', { fd: file, start, end, signal });
      return { body, size: facts.size, ...this.#describe(key) };
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
  }

  async write(key: string, body: ObjectBody, { signal }: WriteOptions): Promise<void> {
    if (body instanceof Readable) return this.#writeStream(key, body, signal);
    await replaceFile(this.#path(key), (temporary) => writeFile(temporary, body, { flag: 'wx', signal }));
  }

  async head(key: string, { signal }: StoreOptions = {}): Promise<ObjectFacts | undefined> {
    signal?.throwIfAborted();
    const facts = await stat(this.#path(key)).catch(undefinedIfAbsent);
    return facts?.isFile() ? { size: facts.size, ...this.#describe(key) } : undefined;
  }

  list(prefix: string, { signal }: StoreOptions = {}): AsyncIterable<ListedObject> {
    return walkFolder(this.#root, prefix, signal);
  }

  async copyFrom(source: ObjectStore, sourceKey: string, key: string, options: WriteOptions): Promise<void> {
    if (!(source instanceof FolderStore)) return streamCopy(source, sourceKey, this, key, options);
    options.signal?.throwIfAborted();
    const from = source.#path(sourceKey);
    // A file system that can share blocks (btrfs, xfs, APFS) copies without touching the bytes; elsewhere this is an ordinary copy.
    await replaceFile(this.#path(key), (temporary) => copyFile(from, temporary, constants.COPYFILE_FICLONE));
  }

  async remove(key: string, { signal }: StoreOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    await rm(this.#path(key), { force: true });
  }

  async #writeStream(key: string, body: Readable, signal: AbortSignal | undefined): Promise<void> {
    // It may break before its first byte is asked for, and an error that nobody listens to would end the process.
    body.on('error', () => undefined);
    try {
      await replaceFile(this.#path(key), (temporary) =>
        pipeline(body, createWriteStream(temporary, { flags: 'wx' }), signal ? { signal } : {}),
      );
    } finally {
      body.destroy();
    }
  }

  #path(key: string): string {
    return join(this.#root, ...checkKey(key).split('/'));
  }
}

function emptyBody(file: { close(): Promise<void> }): Readable {
  return Readable.from(
    (async function* nothing(): AsyncGenerator<never> {
      await file.close();
    })(),
  );
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error;
}
