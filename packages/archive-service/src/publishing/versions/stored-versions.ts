import type { ObjectStore } from '../../stores/object-store.ts';
import { archiveLayout } from '../archive-layout.ts';

/**
 * The highest version of an event that the store has a folder of; 0 where there is none. The database usually knows it. One that was restored from
 * a backup may not, and its number must not be given out again: viewers' caches keep what was under it for a year.
 */
export async function highestStored(
  store: ObjectStore,
  eventId: string,
  signal: AbortSignal,
): Promise<number> {
  const folder = `archive/${eventId}/`;
  let highest = 0;
  for await (const found of store.folders(folder, { signal })) {
    const version = Number(found.slice(folder.length, -1));
    if (Number.isSafeInteger(version)) highest = Math.max(highest, version);
  }
  return highest;
}

/** Whether a version that the database calls published lies in the store: its event JSON is written last of all its files. */
export async function isStored(
  store: ObjectStore,
  eventId: string,
  version: number,
  signal: AbortSignal,
): Promise<boolean> {
  return (await store.head(archiveLayout(eventId, version).event, { signal })) !== undefined;
}
