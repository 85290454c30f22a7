import { loadChunk } from '../../internal/load-chunk.ts';
import { wait } from '../../internal/wait.ts';

interface Options {
  readonly picture: Promise<void>;
  readonly signal: AbortSignal;
  /** Told of the first attempt alone. */
  readonly onFailure: (cause: unknown) => void;
}

/** Milliseconds without a picture, or since they did not come, after which a viewer who reaches for the controls gets them. */
const PATIENCE = 4_000;

/**
 * Loads the controls once the first picture is there, so that they cost nothing on the way to it; where no picture is
 * coming, or they were not to be had, once somebody reaches for them. `undefined` when the signal has aborted.
 */
export async function whenWanted<Chunk>(
  host: HTMLElement,
  load: () => Promise<Chunk>,
  { picture, signal, onFailure }: Options,
): Promise<Chunk | undefined> {
  const reachedFor = async (): Promise<void> => {
    await wait(PATIENCE, { signal });
    await intent(host, signal);
  };
  await Promise.race([picture, reachedFor()]);
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const chunk = await loadChunk(load).catch((cause: unknown) => {
      if (attempt === 1 && !signal.aborted) onFailure(cause);
    });
    if (signal.aborted) break;
    if (chunk) return chunk;
    await reachedFor();
  }
  return undefined;
}

function intent(host: HTMLElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    for (const type of ['pointermove', 'pointerdown', 'focusin', 'keydown']) {
      host.addEventListener(type, () => resolve(), { once: true, passive: true, signal });
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
