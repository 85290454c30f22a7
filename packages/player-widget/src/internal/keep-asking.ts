import { pause } from './pause.ts';

interface Options {
  readonly signal: AbortSignal;
  /** Seconds before the first attempt; each next pause is twice as long. */
  readonly first: number;
}

/** What did not come and playing can do without: asked for until it is there or the signal aborts, less and less often. */
export async function keepAsking<Found>(
  ask: () => Promise<Found | undefined>,
  { signal, first }: Options,
): Promise<Found | undefined> {
  for (let seconds = first; !signal.aborted; seconds *= 2) {
    await pause(seconds * 1000, { signal });
    const found = signal.aborted ? undefined : await ask().catch(() => undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
