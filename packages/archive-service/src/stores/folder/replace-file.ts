import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Makes or replaces a file so that a reader, or the machine after a crash, finds the old content or the new one and never a part: the content
 * goes to a name of its own in the same folder (a rename is atomic only inside one file system), reaches the disk, and is renamed; then the
 * folder's entry reaches the disk too.
 */
export async function replaceFile(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  // Begins with a dot, which no key may: a file that a killed process left behind is never listed or served.
  const temporary = join(folder, `.${randomUUID()}.part`);
  try {
    await fill(temporary);
    await flush(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flush(folder);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
