import { keepAsking } from './keep-asking.ts';
import { loadChunk } from './load-chunk.ts';

interface Options {
  readonly signal: AbortSignal;
  /** Told of the first attempt alone. */
  readonly onFailure?: (cause: unknown) => void;
}

/** A chunk that playing can do without: asked for until it comes or the signal aborts, less and less often. */
export async function keepLoading<Chunk>(
  load: () => Promise<Chunk>,
  { signal, onFailure }: Options,
): Promise<Chunk | undefined> {
  if (signal.aborted) return undefined;
  const ask = (): Promise<Chunk> => loadChunk(load);
  try {
    return await ask();
  } catch (cause) {
    if (!signal.aborted) onFailure?.(cause);
  }
  return keepAsking(ask, { signal, first: 2 });
}
