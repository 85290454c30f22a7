import { isSeen } from '../internal/is-seen.ts';
import { wait } from '../internal/wait.ts';

interface LookOptions {
  readonly signal: AbortSignal;
  /** Milliseconds at the least while nobody sees the page. */
  readonly hidden?: number;
}

/**
 * Resolves after about so many milliseconds: spread out, so that a thousand viewers who came together do not ask together.
 * At once when the network is back or the page comes into view again, and when the signal aborts: check it afterwards.
 */
export async function nextLook(pause: number, { signal, hidden = 0 }: LookOptions): Promise<void> {
  const woken = new AbortController();
  const until = AbortSignal.any([signal, woken.signal]);
  addEventListener('online', () => woken.abort(), { signal: until });
  document.addEventListener('visibilitychange', () => document.hidden || woken.abort(), { signal: until });
  const longest = isSeen() ? pause : Math.max(pause, hidden);
  await wait(longest * (0.9 + Math.random() * 0.2), { signal: until });
  woken.abort();
}
