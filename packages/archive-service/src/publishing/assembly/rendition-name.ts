const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * A rendition's folder in the archive: the recording's own name for it where that can be a part of a path, and is not taken.
 * @param taken - the names given out so far; the new one is added
 */
export function renditionName(path: string, taken: Set<string>): string {
  const last = path.split('/').at(-1) ?? '';
  let name = PLAIN_NAME.test(last) ? last : `rendition-${String(taken.size)}`;
  for (let number = taken.size; taken.has(name); number += 1) name = `rendition-${String(number)}`;
  taken.add(name);
  return name;
}
