import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { FolderStore } from './folder/folder-store.ts';
import type { DescribeKey } from './folder/folder-store.ts';
import type { ObjectStore } from './object-store.ts';
import { connectS3 } from './s3/s3-connection.ts';
import type { S3Connection, S3Settings } from './s3/s3-connection.ts';
import { S3Store } from './s3/s3-store.ts';
import { ServiceError } from '../errors.ts';

/** S3's rule for bucket names; it also keeps a bucket from being a path of several parts. */
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Opens stores by name; those in S3 share one connection. */
export interface Stores {
  /**
   * The store that a setting names: `file:` and a folder (absolute, or relative to the working directory), or `s3://bucket/prefix`.
   * @throws ServiceError STORE_URL_INVALID
   */
  open(url: string): ObjectStore;
  /** Lets go of the connection. */
  close(): void;
}

/** @param describe - tells the headers of what lies in a folder */
export function createStores(describe: DescribeKey, s3: S3Settings = {}): Stores {
  let connection: S3Connection | undefined;
  return {
    open(url) {
      if (url.startsWith('file:')) return new FolderStore(folderOf(url), describe);
      const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]*)\/?(.*?)\/?$/.exec(url) ?? [];
      if (!isBucketName(bucket)) throw invalid(url);
      connection ??= connectS3(s3);
      return new S3Store(connection, bucket, prefix);
    },
    close() {
      connection?.close();
    },
  };
}

export function isBucketName(name: string): boolean {
  return BUCKET_NAME.test(name) && !name.includes('..');
}

/** Whether a bucket's objects are read from a folder, and which; for callers that need the folder itself. */
export function folderOf(url: string): string {
  const path = url.slice('file:'.length);
  if (path === '') throw invalid(url);
  // file:archive and file:./archive are relative, which the URL standard cannot say.
  if (!path.startsWith('/')) return resolve(path);
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw invalid(url, cause);
  }
}

function invalid(url: string, cause?: unknown): ServiceError {
  const message = `store ${JSON.stringify(url)}: expected file:<folder> or s3://<bucket>/<prefix>`;
  return new ServiceError('STORE_URL_INVALID', message, { cause });
}
