import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedObject } from '../object-store.ts';
import { isAbsent } from './file-errors.ts';

/** So many files are asked for their size at once. */
const AT_ONCE = 32;

/** The files below `root` whose key begins with `prefix`; of a folder of any size only a few names are held at a time. */
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
  const entries = await opendir(join(root, folder), { bufferSize: AT_ONCE }).catch(undefinedIfAbsent);
  const folders: string[] = [];
  let files: string[] = [];
  for await (const entry of entries ?? []) {
    // Ours while they are not whole, or nobody's.
    if (entry.name.startsWith('.')) continue;
    const name = folder + entry.name;
    if (entry.isDirectory() && isOnTheWay(`${name}/`, prefix)) folders.push(`${name}/`);
    if (!entry.isFile() || !name.startsWith(prefix)) continue;
    files.push(name);
    if (files.length < AT_ONCE) continue;
    yield* describe(root, files, signal);
    files = [];
  }
  yield* describe(root, files, signal);
  for (const name of folders) yield* walk(root, name, prefix, signal);
}

/** The folders right below one of `root`. */
export async function* foldersIn(
  root: string,
  folder: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  signal?.throwIfAborted();
  if (folder.split('/').some((part) => part.startsWith('.'))) return;
  const entries = await opendir(join(root, folder)).catch(undefinedIfAbsent);
  for await (const entry of entries ?? []) {
    if (entry.isDirectory() && !entry.name.startsWith('.')) yield `${folder}${entry.name}/`;
  }
}

function isOnTheWay(folder: string, prefix: string): boolean {
  return folder.startsWith(prefix) || prefix.startsWith(folder);
}

async function* describe(
  root: string,
  keys: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ListedObject> {
  signal?.throwIfAborted();
  // One that was removed since its name was read is not there, as in any list.
  const facts = await Promise.all(keys.map((key) => stat(join(root, key)).catch(undefinedIfAbsent)));
  for (const [index, key] of keys.entries()) {
    const found = facts[index];
    if (found) yield { key, size: found.size, modifiedAt: found.mtime };
  }
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error;
}
