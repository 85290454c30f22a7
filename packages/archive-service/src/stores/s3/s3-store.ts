import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { checkKey } from '../check-key.ts';
import { missing, streamCopy } from '../stream-copy.ts';
import type {
  ListedObject,
  ObjectBody,
  ObjectFacts,
  ObjectStore,
  ReadOptions,
  StoredBody,
  StoreOptions,
  WriteOptions,
} from '../object-store.ts';
import { rangeError } from '../resolve-range.ts';
import { ServiceError } from '../../errors.ts';
import { putObject } from './put-object.ts';
import type { S3Connection } from './s3-connection.ts';
import { isAbsent, isRangeInvalid, withReason } from './s3-errors.ts';

/** Objects of one bucket, below a prefix that the keys do not show. */
export class S3Store implements ObjectStore {
  readonly #connection: S3Connection;
  readonly #bucket: string;
  readonly #prefix: string;

  constructor(connection: S3Connection, bucket: string, prefix = '') {
    this.#connection = connection;
    this.#bucket = bucket;
    this.#prefix = prefix === '' ? '' : `${checkKey(prefix)}/`;
  }

  async read(key: string, { range, signal }: ReadOptions = {}): Promise<StoredBody | undefined> {
    const Range = range && `bytes=${String(range.start)}-${String(range.end ?? '')}`;
    try {
      const answer = await this.#connection.client.send(
        new GetObjectCommand({ ...this.#at(key), Range }),
        options(signal),
      );
      if (!(answer.Body instanceof Readable)) throw new TypeError('S3 gave no stream');
      const size = Number(answer.ContentRange?.split('/').at(-1) ?? answer.ContentLength ?? 0);
      return { body: answer.Body, ...facts(answer), size };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      if (isRangeInvalid(error)) throw rangeError(key, range);
      throw withReason(error, 'read', this.#bucket, key);
    }
  }

  async write(
    key: string,
    body: ObjectBody,
    { size, signal, contentType, cacheControl }: WriteOptions,
  ): Promise<void> {
    const ContentLength = body instanceof Readable ? size : Buffer.byteLength(body);
    if (ContentLength === undefined) {
      throw new ServiceError('STORE_SIZE_UNKNOWN', `object ${key}: a stream needs its size told`);
    }
    const headers = { ContentType: contentType, CacheControl: cacheControl };
    const input = { ...this.#at(key), ...headers, Body: body, ContentLength };
    await putObject(this.#connection.client, input, signal).catch((error: unknown) => {
      throw withReason(error, 'write', this.#bucket, key);
    });
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
    const query = { Bucket: this.#bucket, Prefix: this.#prefix + prefix };
    let ContinuationToken: string | undefined;
    do {
      const page = await this.#connection.client
        .send(new ListObjectsV2Command({ ...query, ContinuationToken }), options(signal))
        .catch((error: unknown) => {
          throw withReason(error, 'list', this.#bucket, prefix);
        });
      for (const { Key, Size } of page.Contents ?? []) {
        if (Key !== undefined) yield { key: Key.slice(this.#prefix.length), size: Size ?? 0 };
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  async copyFrom(source: ObjectStore, sourceKey: string, key: string, given: WriteOptions): Promise<void> {
    if (!(source instanceof S3Store) || source.#connection.server !== this.#connection.server) {
      return streamCopy(source, sourceKey, this, key, given);
    }
    const from = source.#at(sourceKey);
    const CopySource = [from.Bucket, ...from.Key.split('/')].map(encodeURIComponent).join('/');
    const headers = { ContentType: given.contentType, CacheControl: given.cacheControl };
    await this.#connection.client
      // REPLACE, since without it the copy keeps the headers that the recording's objects happen to have.
      .send(
        new CopyObjectCommand({ ...this.#at(key), ...headers, CopySource, MetadataDirective: 'REPLACE' }),
        options(given.signal),
      )
      .catch((error: unknown) => {
        if (isAbsent(error)) throw missing(sourceKey, error);
        throw withReason(error, 'copy', from.Bucket, sourceKey);
      });
  }

  async remove(key: string, { signal }: StoreOptions = {}): Promise<void> {
    await this.#connection.client
      .send(new DeleteObjectCommand(this.#at(key)), options(signal))
      .catch((error: unknown) => {
        if (!isAbsent(error)) throw withReason(error, 'remove', this.#bucket, key);
      });
  }

  #at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix + checkKey(key) };
  }
}

function options(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {};
}

interface Answer {
  ContentLength?: number | undefined;
  ContentType?: string | undefined;
  CacheControl?: string | undefined;
}

function facts({ ContentLength, ContentType, CacheControl }: Answer): ObjectFacts {
  return {
    size: ContentLength ?? 0,
    contentType: ContentType ?? 'application/octet-stream',
    cacheControl: CacheControl ?? '',
  };
}
