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
  // One plain signal for all calls: each listener of a composed one (AbortSignal.any) costs as much as a small request's headers.
  const stop = new AbortController();
  const ended = new AbortController();
  const follow = (): void => {
    stop.abort(signal.reason);
  };
  signal.addEventListener('abort', follow, { signal: ended.signal });
  if (signal.aborted) follow();
  const queue = items[Symbol.iterator]();
  let taken = 0;
  const work = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const index = taken;
      taken += 1;
      stop.signal.throwIfAborted();
      results[index] = await act(next.value, index, stop.signal);
    }
  };
  const workers = Array.from({ length: limit }, () =>
    work().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(workers);
  ended.abort();
  stop.signal.throwIfAborted();
  return results;
}
