import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { ServiceError } from '../errors.ts';
import { checkKey } from './check-key.ts';

/** S3's rule for bucket names; it also keeps a bucket from being a path of several parts. */
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export function isBucketName(name: string): boolean {
  return BUCKET_NAME.test(name) && !name.includes('..');
}

/** Where a store lies. */
export type StorePlace =
  | { readonly folder: string }
  | { readonly bucket: string; /** Without slashes at its ends; may be empty. */ readonly prefix: string };

/**
 * Reads the name of a store: `file:` and a folder (absolute, or relative to the working directory), or `s3://bucket/prefix`.
 * @throws ServiceError STORE_URL_INVALID
 */
export function readStoreUrl(url: string): StorePlace {
  if (url.startsWith('file:')) return { folder: folderOf(url) };
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]*)\/?(.*?)\/?$/.exec(url) ?? [];
  if (!isBucketName(bucket)) throw invalid(url);
  try {
    return { bucket, prefix: prefix === '' ? '' : checkKey(prefix) };
  } catch (cause) {
    throw invalid(url, cause);
  }
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
