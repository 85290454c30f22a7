import type { ObjectStore } from '../stores/object-store.ts';
import { describeKey } from './archive-layout.ts';

/** Writes a text with the headers that its key asks for. */
export async function writeText(
  store: ObjectStore,
  key: string,
  text: string,
  signal: AbortSignal,
): Promise<void> {
  await store.write(key, text, { ...describeKey(key), signal });
}
