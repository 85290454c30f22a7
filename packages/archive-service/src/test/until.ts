import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until there is an answer, for what happens in a job; the test's own time limit ends it. */
export async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await sleep(25);
  }
}
