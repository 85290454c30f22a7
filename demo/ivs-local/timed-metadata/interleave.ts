/** Anything that goes into a stream at a time. */
export interface Timed {
  readonly pts: number;
}

/**
 * Merges lists that are each in order of time. At the same time the earlier list comes first: give metadata before
 * video, so that a text stands before its picture.
 */
export function interleave<Item extends Timed>(...lists: readonly (readonly Item[])[]): Item[] {
  return lists
    .flatMap((items, list) => items.map((item, index) => ({ item, list, index })))
    .sort((a, b) => a.item.pts - b.item.pts || a.list - b.list || a.index - b.index)
    .map(({ item }) => item);
}
