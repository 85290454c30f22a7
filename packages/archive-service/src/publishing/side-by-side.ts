/** Does two things at once. Where one fails, the other's signal aborts too, and the failure is thrown when both have ended. */
export async function sideBySide<One, Other>(
  signal: AbortSignal,
  one: (signal: AbortSignal) => Promise<One>,
  other: (signal: AbortSignal) => Promise<Other>,
): Promise<readonly [One, Other]> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const guarded = async <Result>(act: (signal: AbortSignal) => Promise<Result>): Promise<Result> => {
    try {
      return await act(either);
    } catch (error) {
      failed.abort(error);
      throw error;
    }
  };
  const both = [guarded(one), guarded(other)] as const;
  await Promise.allSettled(both);
  either.throwIfAborted();
  return Promise.all(both);
}
