import { FolderStore } from './folder/folder-store.ts';
import type { DescribeKey } from './folder/folder-store.ts';
import type { ObjectStore } from './object-store.ts';
import { connectS3 } from './s3/s3-connection.ts';
import type { S3Connection, S3Settings } from './s3/s3-connection.ts';
import { S3Store } from './s3/s3-store.ts';
import { readStoreUrl } from './store-url.ts';

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
      const place = readStoreUrl(url);
      if ('folder' in place) return new FolderStore(place.folder, describe);
      connection ??= connectS3(s3);
      return new S3Store(connection, place.bucket, place.prefix);
    },
    close() {
      connection?.close();
    },
  };
}
