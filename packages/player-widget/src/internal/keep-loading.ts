import { loadChunk } from './load-chunk.ts';
import { pause } from './pause.ts';

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
  for (let seconds = 2; !signal.aborted; seconds *= 2) {
    try {
      return await loadChunk(load);
    } catch (cause) {
      if (seconds === 2 && !signal.aborted) onFailure?.(cause);
    }
    await pause(seconds * 1000, { signal });
  }
  return undefined;
}
