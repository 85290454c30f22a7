import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedObject } from '../object-store.ts';
import { isAbsent } from './absent.ts';

/** The files below `root` whose key begins with `prefix`. */
export async function* walkFolder(
  root: string,
  prefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ListedObject> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  // A prefix is no key, but it must not lead out of the root either.
  if (folder.split('/').some((part) => part.startsWith('.'))) return;
  yield* walk(root, folder, prefix, signal);
}

async function* walk(
  root: string,
  folder: string,
  prefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ListedObject> {
  signal?.throwIfAborted();
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
  const names = entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
    .map((entry) => folder + entry.name + (entry.isDirectory() ? '/' : ''))
    .filter((name) => name.startsWith(prefix) || prefix.startsWith(name));
  for (const name of names) {
    if (name.endsWith('/')) yield* walk(root, name, prefix, signal);
    else if (name.startsWith(prefix)) yield { key: name, size: (await stat(join(root, name))).size };
  }
}
