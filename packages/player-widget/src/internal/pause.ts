import { wait } from './wait.ts';

/** Waits before another attempt, until the browser says that the network is back at the latest. Check the signal afterwards. */
export async function pause(milliseconds: number, { signal }: { signal: AbortSignal }): Promise<void> {
  const over = new AbortController();
  const until = { signal: AbortSignal.any([signal, over.signal]) };
  addEventListener('online', () => over.abort(), until);
  await wait(milliseconds, until);
  over.abort();
}
