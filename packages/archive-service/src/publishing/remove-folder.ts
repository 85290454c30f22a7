import { ServiceError } from '../errors.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { bounded } from './bounded.ts';

/** Keys that are held in memory at a time: an archive of many hours has tens of thousands. */
const BATCH = 1_000;
const AT_ONCE = 16;

/**
 * Removes all objects whose keys begin with a prefix; one that cannot be removed keeps no other. May be killed and repeated.
 * @param prefix - with a slash at its end, so that `a/1` is not taken for the beginning of `a/10`
 * @throws what the first that could not be removed broke with, when the others are gone
 */
export async function removeFolder(store: ObjectStore, prefix: string, signal: AbortSignal): Promise<void> {
  const kept = new Map<string, ServiceError>();
  let first: string | undefined;
  for (;;) {
    const keys = await someKeys(store, prefix, kept, signal);
    // Whoever still lists what was just removed is asked again by whoever called, later.
    if (keys.length === 0 || keys[0] === first) break;
    first = keys[0];
    const before = kept.size;
    await bounded(keys, AT_ONCE, signal, async (key, _index, ours) => {
      try {
        await store.remove(key, { signal: ours });
      } catch (error) {
        if (!isOfOne(error)) throw error;
        kept.set(key, error);
      }
    });
    // It is about all of them.
    if (kept.size - before === keys.length) break;
  }
  for (const error of kept.values()) throw error;
}

/** Whether others may be removed all the same; a store that is away is away for them, too. */
const isOfOne = (error: unknown): error is ServiceError =>
  error instanceof ServiceError && (error.code === 'STORE_DENIED' || error.code === 'STORE_KEY_INVALID');

async function someKeys(
  store: ObjectStore,
  prefix: string,
  kept: ReadonlyMap<string, unknown>,
  signal: AbortSignal,
): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix, { signal })) {
    if (kept.has(key)) continue;
    keys.push(key);
    if (keys.length === BATCH) break;
  }
  return keys;
}
