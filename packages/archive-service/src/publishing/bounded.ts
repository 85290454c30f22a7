/**
 * Does something with each item, at most `limit` at a time, and gives the results in the items' order; an item is asked for when its turn has come. The first
 * failure counts: the signal that each call gets aborts, nothing new begins, and all that is under way ends before the failure is thrown.
 */
export async function bounded<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  signal: AbortSignal,
  act: (item: Item, index: number, signal: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failed = new AbortController();
  const both = AbortSignal.any([signal, failed.signal]);
  const queue = items[Symbol.iterator]();
  let taken = 0;
  const work = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const index = taken;
      taken += 1;
      both.throwIfAborted();
      results[index] = await act(next.value, index, both);
    }
  };
  const workers = Array.from({ length: limit }, () =>
    work().catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(workers);
  both.throwIfAborted();
  return results;
}
