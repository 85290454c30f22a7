import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkArchive, type Files } from '../support/check-archive.ts';

/** All that lies in a store, to be compared. */
export interface Published {
  /** Texts, by key: what viewers ask for first. */
  readonly pointers: Readonly<Record<string, string>>;
  /** Hashes of everything else, by key. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reads a folder store. What a killed process was writing lies under a name that is never listed nor served. */
export async function readStore(root: string): Promise<Files> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const keys = paths.map((path) => path.slice(root.length + 1)).filter((key) => !/(^|\/)\./.test(key));
  return new Map(
    await Promise.all(keys.sort().map(async (key) => [key, await readFile(join(root, key))] as const)),
  );
}

const isPointer = (key: string): boolean => key.startsWith('v1/');

/** Fails where a viewer could see an archive that is not whole. */
export function checkVisible(files: Files): void {
  for (const key of [...files.keys()].filter(isPointer)) checkArchive(files, key);
}

/** @param isEdited - whether times at which somebody edited are in it, which are another in each run */
export function publishedIn(files: Files, isEdited: boolean): Published {
  const pointers: Record<string, string> = {};
  const hashes: Record<string, string> = {};
  const timeless = (text: string): string =>
    isEdited ? text.replace(/"updatedAt":"[^"]*"/, '"updatedAt":"then"') : text;
  for (const [key, content] of files) {
    if (isPointer(key)) pointers[key] = timeless(Buffer.from(content).toString());
    else {
      const compared = key.endsWith('/event.json') ? timeless(Buffer.from(content).toString()) : content;
      hashes[key] = createHash('sha256').update(compared).digest('hex');
    }
  }
  return { pointers, files: hashes };
}

/** The same whatever number the version has that the pointers lead to; the others are left out. */
export function whatViewersGet({ pointers, files }: Published): Published {
  const versions = new Set(Object.values(pointers).map((text) => /archive\/[^/"]+\/\d+\//.exec(text)?.[0]));
  if (versions.size > 1) throw new Error(`pointers lead to several versions: ${[...versions].join(', ')}`);
  const [current = 'none'] = versions;
  const anonymous = (text: string): string => text.replaceAll(current, 'archive/the/current/');
  const renamed = (texts: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries(texts).map(([key, text]) => [anonymous(key), anonymous(text)]);
  return {
    pointers: Object.fromEntries(renamed(pointers)),
    // A version's own copy of the event is from when its number was given out: before or after somebody's edit.
    files: Object.fromEntries(
      renamed(files).filter(
        ([key]) => key.startsWith('archive/the/current/') && !key.endsWith('/event.json'),
      ),
    ),
  };
}
