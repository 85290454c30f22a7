import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { codeOf } from './file-errors.ts';

/** Inside a store's root, so that a rename stays inside one file system; begins with a dot, which no key may, so that it is never listed or served. */
export const UNFINISHED = '.unfinished';

/** A folder may be taken away, being empty, between its making and the rename into it; more often than this it is no coincidence. */
const ATTEMPTS = 10;
/**
 * What making folders says when one of those above was taken away meanwhile: Node, which asks again about one that is there already, takes one
 * that has gone by then for a file in its place.
 */
const TAKEN_AWAY = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EEXIST']);

/**
 * Makes or replaces a file below `root` so that a reader, or the machine after a crash, finds the old content or the new one and never a part:
 * the content goes to a name of its own, reaches the disk, and is renamed; then the entries of the folders reach the disk too.
 */
export async function replaceFile(
  root: string,
  path: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  // First, since no byte need be read for what has no place.
  await makeFolder(dirname(path));
  const unfinished = join(root, UNFINISHED);
  await mkdir(unfinished, { recursive: true });
  const temporary = join(unfinished, randomUUID());
  try {
    await fill(temporary);
    await flush(temporary);
    await renameInto(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await flush(dirname(path)).catch((error: unknown) => {
    // Removed again by now, and its folder with it.
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

async function renameInto(temporary: string, path: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(temporary, path);
      return;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || attempt === ATTEMPTS) throw error;
      await makeFolder(dirname(path));
    }
  }
}

async function makeFolder(folder: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const made = await mkdir(folder, { recursive: true });
      if (made !== undefined) await flushParents(made, folder);
      return;
    } catch (error) {
      if (!TAKEN_AWAY.has(codeOf(error)) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** A new folder is an entry in the one above, and lost with it. */
async function flushParents(first: string, last: string): Promise<void> {
  const parts = relative(dirname(first), last).split(sep);
  let folder = dirname(first);
  for (const part of parts) {
    await flush(folder);
    folder = join(folder, part);
  }
}

export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
