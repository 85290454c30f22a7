import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, constants, open, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkKey } from '../check-key.ts';
import { missing, streamCopy } from '../stream-copy.ts';
import { exactSize } from '../exact-size.ts';
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
import { isAbsent, withReason } from './file-errors.ts';
import { removeFile, removeUnfinished } from './remove-file.ts';
import { replaceFile } from './replace-file.ts';
import { foldersIn, walkFolder } from './walk-folder.ts';

/** A file system has nowhere to keep an object's headers: they are worked out from its key, so that a folder copied by other means serves the same. */
export type DescribeKey = (key: string) => ObjectHeaders;

/** How often a process looks for what killed writers have left. */
const TIDY_EVERY_MS = 60 * 60 * 1000;

export class FolderStore implements ObjectStore {
  readonly #root: string;
  readonly #describe: DescribeKey;
  #tidiedAt = Number.NEGATIVE_INFINITY;

  constructor(root: string, describe: DescribeKey) {
    this.#root = resolve(root);
    this.#describe = describe;
  }

  async read(key: string, { range, signal }: ReadOptions = {}): Promise<StoredBody | undefined> {
    signal?.throwIfAborted();
    const file = await this.#named(key, open(this.#path(key)).catch(undefinedIfAbsent));
    if (!file) return undefined;
    try {
      const facts = await file.stat();
      if (!facts.isFile()) return await file.close().then(() => undefined);
      const { start, end } = resolveRange(key, facts.size, range);
      // An empty file has no last byte to name, and a stream from 0 to -1 is an error.
      const body = end < start ? emptyBody(file) : createReadStream('', { fd: file, start, end, signal });
      return { body, size: facts.size, modifiedAt: facts.mtime, ...this.#describe(key) };
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
  }

  async write(key: string, body: ObjectBody, { size, signal }: WriteOptions): Promise<void> {
    if (body instanceof Readable) return this.#writeStream(key, body, size, signal);
    await this.#replace(key, (temporary) => writeFile(temporary, body, { flag: 'wx', signal }));
  }

  async head(key: string, { signal }: StoreOptions = {}): Promise<ObjectFacts | undefined> {
    signal?.throwIfAborted();
    const facts = await this.#named(key, stat(this.#path(key)).catch(undefinedIfAbsent));
    if (!facts?.isFile()) return undefined;
    return { size: facts.size, modifiedAt: facts.mtime, ...this.#describe(key) };
  }

  list(prefix: string, { signal }: StoreOptions = {}): AsyncIterable<ListedObject> {
    return walkFolder(this.#root, prefix, signal);
  }

  folders(folder: string, { signal }: StoreOptions = {}): AsyncIterable<string> {
    return foldersIn(this.#root, folder, signal);
  }

  async copyFrom(source: ObjectStore, sourceKey: string, key: string, options: WriteOptions): Promise<void> {
    if (!(source instanceof FolderStore)) return streamCopy(source, sourceKey, this, key, options);
    const { signal } = options;
    signal?.throwIfAborted();
    const from = source.#path(sourceKey);
    await this.#replace(key, async (temporary) => {
      // A file system that can share blocks (btrfs, xfs, APFS) copies without touching the bytes; elsewhere the kernel copies them. Never a hard
      // link: what another program rewrites in place would change under an archive that is never to change.
      await copyFile(from, temporary, constants.COPYFILE_FICLONE).catch((error: unknown) => {
        throw isAbsent(error) ? missing(sourceKey, error) : error;
      });
      signal?.throwIfAborted();
    });
  }

  async remove(key: string, { signal }: StoreOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    await this.#named(key, removeFile(this.#root, this.#path(key)));
    await this.#tidy();
  }

  async #writeStream(
    key: string,
    body: Readable,
    size: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    // It may break before its first byte is asked for, and an error that nobody listens to would end the process.
    body.on('error', () => undefined);
    try {
      await this.#replace(key, (temporary) =>
        pipeline(
          exactSize(body, size, key),
          createWriteStream(temporary, { flags: 'wx' }),
          signal ? { signal } : {},
        ),
      );
    } finally {
      body.destroy();
    }
  }

  async #replace(key: string, fill: (temporary: string) => Promise<void>): Promise<void> {
    await this.#named(key, replaceFile(this.#root, this.#path(key), fill));
    await this.#tidy();
  }

  async #named<Result>(key: string, result: Promise<Result>): Promise<Result> {
    return result.catch((error: unknown) => {
      throw withReason(error, key, this.#root);
    });
  }

  async #tidy(): Promise<void> {
    const now = Date.now();
    if (now - this.#tidiedAt < TIDY_EVERY_MS) return;
    this.#tidiedAt = now;
    await removeUnfinished(this.#root, now);
  }

  #path(key: string): string {
    return join(this.#root, checkKey(key));
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
