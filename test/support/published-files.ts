import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from './system.ts';

/** Every file of the published store with the hash of its bytes, by key. */
export async function publishedFiles({
  folder,
}: Pick<System, 'folder'>): Promise<ReadonlyMap<string, string>> {
  const root = join(folder, 'store');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const hashed = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name);
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [path.slice(root.length + 1), hash];
  });
  return new Map((await Promise.all(hashed)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The versions of an event's archive that lie in the store, complete or not. */
export function versionsOf(files: ReadonlyMap<string, string>, eventId: string): readonly string[] {
  const versions = [...files.keys()].flatMap((key) => {
    const [root, event, version] = key.split('/');
    return root === 'archive' && event === eventId && version !== undefined ? [version] : [];
  });
  return [...new Set(versions)];
}
