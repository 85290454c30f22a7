import type { ObjectStore, WriteOptions } from './object-store.ts';
import { ServiceError } from '../errors.ts';

/** Copies between two kinds of store: the bytes pass through this process as a stream. */
export async function streamCopy(
  source: ObjectStore,
  sourceKey: string,
  target: ObjectStore,
  key: string,
  options: WriteOptions,
): Promise<void> {
  const object = await source.read(sourceKey, { signal: options.signal });
  if (!object) throw missing(sourceKey);
  try {
    await target.write(key, object.body, { ...options, size: object.size });
  } finally {
    // What was refused unread would keep its connection for ever.
    object.body.destroy();
  }
}

export function missing(key: string, cause?: unknown): ServiceError {
  return new ServiceError('STORE_OBJECT_MISSING', `there is no object ${key} to copy`, { cause });
}
