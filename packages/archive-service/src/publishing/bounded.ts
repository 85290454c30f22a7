/**
 * Does something with each item, at most `limit` at a time, and gives the results in the items' order. The first failure counts: the signal that each
 * call gets aborts, nothing new begins, and all that is under way ends before the failure is thrown.
 */
export async function bounded<Item, Result>(
  items: readonly Item[],
  limit: number,
  signal: AbortSignal,
  act: (item: Item, index: number, signal: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failed = new AbortController();
  const both = AbortSignal.any([signal, failed.signal]);
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      both.throwIfAborted();
      results[index] = await act(item, index, both);
    }
  };
  const workers = Array.from({ length: Math.min(limit, items.length) }, () =>
    work().catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(workers);
  both.throwIfAborted();
  return results;
}
