import { ServiceError } from '../errors.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { isBucketName } from '../stores/store-url.ts';
import type { Stores } from '../stores/open-store.ts';

/**
 * The bucket that a notification names, to be read from: in S3, or as a folder of the same name.
 * @throws ServiceError `RECORDING_INVALID` for what cannot be a bucket's name
 */
export function openRecordings(
  stores: Stores,
  recordingsUrl: string | undefined,
  bucket: string,
): ObjectStore {
  // The name comes from outside, and becomes part of a path.
  if (!isBucketName(bucket)) {
    throw new ServiceError('RECORDING_INVALID', `${JSON.stringify(bucket)} cannot be the name of a bucket.`);
  }
  const url =
    recordingsUrl === undefined ? `s3://${bucket}` : `${recordingsUrl.replace(/\/+$/, '')}/${bucket}`;
  return stores.open(url);
}
