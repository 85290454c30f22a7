/** Lets one holder in at a time, in the order of asking. */
export interface Mutex {
  /**
   * Resolves with the function that lets the next one in; calling it twice does nothing more.
   * @throws when the lock was not free within the time limit: somebody holds it and waits for us, most likely.
   */
  lock(): Promise<() => void>;
}

/** @param limit milliseconds that anybody waits for the lock; `onLimit` makes the error. */
export function createMutex(limit: number, onLimit: () => Error): Mutex {
  let tail: Promise<void> = Promise.resolve();

  return {
    async lock() {
      const before = tail;
      let release!: () => void;
      const mine = new Promise<void>((resolve) => (release = resolve));
      tail = before.then(() => mine);

      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(onLimit()), limit);
      });
      try {
        await Promise.race([before, tooLate]);
      } catch (error) {
        release();
        throw error;
      } finally {
        clearTimeout(timer);
      }
      return release;
    },
  };
}
