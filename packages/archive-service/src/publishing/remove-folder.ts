import type { ObjectStore } from '../stores/object-store.ts';
import { bounded } from './bounded.ts';

/** Keys that are held in memory at a time: an archive of many hours has tens of thousands. */
const BATCH = 1_000;
const AT_ONCE = 16;

/**
 * Removes all objects whose keys begin with a prefix. May be killed and repeated.
 * @param prefix - with a slash at its end, so that `a/1` is not taken for the beginning of `a/10`
 */
export async function removeFolder(store: ObjectStore, prefix: string, signal: AbortSignal): Promise<void> {
  let first: string | undefined;
  for (;;) {
    const keys = await someKeys(store, prefix, signal);
    // Whoever still lists what was just removed is asked again by whoever called, later.
    if (keys.length === 0 || keys[0] === first) return;
    first = keys[0];
    await bounded(keys, AT_ONCE, signal, (key, _index, ours) => store.remove(key, { signal: ours }));
  }
}

async function someKeys(store: ObjectStore, prefix: string, signal: AbortSignal): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix, { signal })) {
    keys.push(key);
    if (keys.length === BATCH) break;
  }
  return keys;
}
