import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, isAbsent } from './file-errors.ts';
import { flush, UNFINISHED } from './replace-file.ts';

/** A write touches its file with every part that comes, and what stalls is given up within minutes. */
const DEAD_AFTER_MS = 60 * 60 * 1000;

/** Removes a file, and the folders above it that are empty then: in a store of objects an empty folder is nothing. */
export async function removeFile(root: string, path: string): Promise<void> {
  try {
    await rm(path);
  } catch (error) {
    if (isAbsent(error)) return;
    throw error;
  }
  let folder = dirname(path);
  while (folder.length > root.length && (await removeIfEmpty(folder))) folder = dirname(folder);
  // Else a crash of the machine might bring it back. Gone by now: somebody else took the last file with it.
  await flush(folder).catch((error: unknown) => {
    if (!isAbsent(error)) throw error;
  });
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))) return false;
    throw error;
  }
}

/** Removes what killed writers have left unfinished. */
export async function removeUnfinished(root: string, now: number): Promise<void> {
  const folder = join(root, UNFINISHED);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const facts = await stat(path).catch(() => undefined);
    if (facts && now - facts.mtimeMs > DEAD_AFTER_MS) await rm(path, { force: true }).catch(() => undefined);
  }
}
