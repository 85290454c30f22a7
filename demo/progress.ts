/** Runs one part of the start and says when it is done, and how long it took. */
export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function progress(onProgress: (line: string) => void, signal: AbortSignal): Step {
  return async (name, work) => {
    signal.throwIfAborted();
    const started = performance.now();
    const result = await work();
    signal.throwIfAborted();
    onProgress(`${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return result;
  };
}
