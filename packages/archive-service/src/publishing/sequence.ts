/**
 * A list as far as publishing needs one. An array is one; those of long recordings are kept as a few numbers for each item, and an item is made when it
 * is asked for: ask once, and let go of it.
 */
export interface Sequence<Item> extends Iterable<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}
