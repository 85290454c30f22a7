import { loadChunk } from '../../internal/load-chunk.ts';
import { nextEvent } from '../../internal/next-event.ts';
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
 * coming, or they were not to be had, once somebody reaches for them. Once the signal has aborted, `undefined` or nothing more.
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
  for (let isFirst = true; ; isFirst = false) {
    const chunk = await loadChunk(load).catch((cause: unknown) => {
      if (isFirst && !signal.aborted) onFailure(cause);
    });
    if (signal.aborted) return undefined;
    if (chunk) return chunk;
    await reachedFor();
  }
}

/** Never resolves once the signal has aborted. */
function intent(host: HTMLElement, signal: AbortSignal): Promise<unknown> {
  return Promise.race(
    ['pointermove', 'pointerdown', 'focusin', 'keydown'].map((type) => nextEvent(host, type, { signal })),
  );
}
