import type { ObjectStore } from '../stores/object-store.ts';

/** Bytes of each object below a folder, by key. */
export type FilesThere = ReadonlyMap<string, number>;

/** A list tells a thousand sizes in one request. */
export async function filesThere(
  store: Pick<ObjectStore, 'list'>,
  folder: string,
  signal: AbortSignal,
): Promise<FilesThere> {
  const sizes = new Map<string, number>();
  for await (const { key, size } of store.list(folder, { signal })) sizes.set(key, size);
  return sizes;
}
