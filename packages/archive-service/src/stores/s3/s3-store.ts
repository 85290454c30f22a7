import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { checkKey } from '../check-key.ts';
import { missing, streamCopy } from '../stream-copy.ts';
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
import { rangeError } from '../resolve-range.ts';
import { copyObject } from './copy-object.ts';
import { putObject } from './put-object.ts';
import { RequestAbort } from './request-abort.ts';
import type { S3Connection } from './s3-connection.ts';
import { isAbsent, isRangeInvalid, withReason } from './s3-errors.ts';

/** From which size on an object goes to S3 in parts, and how large those are. Bytes. */
export interface S3Sizes {
  /** S3 copies at most 5 GB in one request. */
  readonly copyMax: number;
  /** Of an upload: held in memory. S3 wants at least 5 MB. */
  readonly uploadPart: number;
  /** Of a copy, which costs no memory: a gigabyte takes S3 some seconds. */
  readonly copyPart: number;
}

const SIZES: S3Sizes = { copyMax: 5 * 1024 ** 3, uploadPart: 8 * 1024 ** 2, copyPart: 1024 ** 3 };

/** Objects of one bucket, below a prefix that the keys do not show. */
export class S3Store implements ObjectStore {
  readonly #connection: S3Connection;
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #sizes: S3Sizes;

  constructor(connection: S3Connection, bucket: string, prefix = '', sizes: S3Sizes = SIZES) {
    this.#connection = connection;
    this.#bucket = bucket;
    this.#sizes = sizes;
    this.#prefix = prefix === '' ? '' : `${checkKey(prefix)}/`;
  }

  async read(key: string, { range, signal }: ReadOptions = {}): Promise<StoredBody | undefined> {
    const Range = range && `bytes=${String(range.start)}-${String(range.end ?? '')}`;
    const abort = signal && new RequestAbort(signal);
    try {
      const answer = await this.#connection.client.send(
        new GetObjectCommand({ ...this.#at(key), Range }),
        abort && { abortSignal: abort },
      );
      const { Body: body } = answer;
      if (!(body instanceof Readable)) throw new TypeError('S3 gave no stream');
      abort?.watch(body);
      const size = Number(answer.ContentRange?.split('/').at(-1) ?? answer.ContentLength ?? 0);
      return { body, ...facts(answer), size };
    } catch (error) {
      abort?.release();
      if (isAbsent(error)) return undefined;
      if (isRangeInvalid(error)) throw rangeError(key, range);
      throw withReason(error, 'read', this.#bucket, key);
    }
  }

  async write(key: string, body: ObjectBody, options: WriteOptions): Promise<void> {
    try {
      const { uploadPart: partSize } = this.#sizes;
      const { size, signal } = options;
      const target = { ...this.#at(key), ...headersOf(options) };
      await putObject(this.#connection.client, target, body, { size, signal, partSize });
    } catch (error) {
      throw withReason(error, 'write', this.#bucket, key);
    } finally {
      if (body instanceof Readable) body.destroy();
    }
  }

  async head(key: string, { signal }: StoreOptions = {}): Promise<ObjectFacts | undefined> {
    try {
      return facts(await this.#connection.client.send(new HeadObjectCommand(this.#at(key)), options(signal)));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw withReason(error, 'read', this.#bucket, key);
    }
  }

  async *list(prefix: string, { signal }: StoreOptions = {}): AsyncGenerator<ListedObject> {
    for await (const { Contents = [] } of this.#pages(prefix, {}, signal)) {
      for (const { Key, Size = 0, LastModified = NEVER } of Contents) {
        if (Key !== undefined)
          yield { key: Key.slice(this.#prefix.length), size: Size, modifiedAt: LastModified };
      }
    }
  }

  async *folders(folder: string, { signal }: StoreOptions = {}): AsyncGenerator<string> {
    for await (const { CommonPrefixes = [] } of this.#pages(folder, { Delimiter: '/' }, signal)) {
      for (const { Prefix } of CommonPrefixes) {
        if (Prefix !== undefined) yield Prefix.slice(this.#prefix.length);
      }
    }
  }

  async *#pages(
    prefix: string,
    given: { readonly Delimiter?: string },
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ListObjectsV2CommandOutput> {
    const query = { Bucket: this.#bucket, Prefix: this.#prefix + prefix, ...given };
    let ContinuationToken: string | undefined;
    do {
      const page = await this.#connection.client
        .send(new ListObjectsV2Command({ ...query, ContinuationToken }), options(signal))
        .catch((error: unknown) => {
          throw withReason(error, 'list', this.#bucket, prefix);
        });
      yield page;
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  async copyFrom(source: ObjectStore, sourceKey: string, key: string, given: WriteOptions): Promise<void> {
    if (!(source instanceof S3Store) || source.#connection.server !== this.#connection.server) {
      return streamCopy(source, sourceKey, this, key, given);
    }
    const from = source.#at(sourceKey);
    const target = { ...this.#at(key), ...headersOf(given) };
    const { copyMax, copyPart: partSize } = this.#sizes;
    const { size, signal } = given;
    try {
      await copyObject(this.#connection.client, from, target, { size, signal, copyMax, partSize });
    } catch (error) {
      if (isAbsent(error)) throw missing(sourceKey, error);
      throw withReason(error, 'copy', from.Bucket, sourceKey);
    }
  }

  async remove(key: string, { signal }: StoreOptions = {}): Promise<void> {
    await this.#connection.client
      .send(
        new DeleteObjectCommand({ Bucket: this.#bucket, Key: this.#prefix + checkListed(key) }),
        options(signal),
      )
      .catch((error: unknown) => {
        if (!isAbsent(error)) throw withReason(error, 'remove', this.#bucket, key);
      });
  }

  #at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix + checkKey(key) };
  }
}

/**
 * What is to be removed may be what a list told of, under whatever name another program has put it there: the S3 console makes an object `a/` where
 * somebody creates a folder. To S3 a name is a name; only what a server on the way might take for another path is refused.
 */
function checkListed(key: string): string {
  const isPath = key !== '' && !key.startsWith('/') && !/(^|\/)\.\.?(\/|$)/.test(key);
  return isPath ? key : checkKey(key);
}

function options(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {};
}

interface Answer {
  ContentLength?: number | undefined;
  ContentType?: string | undefined;
  CacheControl?: string | undefined;
  LastModified?: Date | undefined;
}

/** S3 always says when; other servers of its kind might not. */
const NEVER = new Date(0);

function headersOf({ contentType, cacheControl }: ObjectHeaders): {
  ContentType: string;
  CacheControl: string;
} {
  return { ContentType: contentType, CacheControl: cacheControl };
}

function facts({ ContentLength, ContentType, CacheControl, LastModified }: Answer): ObjectFacts {
  return {
    size: ContentLength ?? 0,
    contentType: ContentType ?? 'application/octet-stream',
    cacheControl: CacheControl ?? '',
    modifiedAt: LastModified ?? NEVER,
  };
}
