import { setTimeout as wait } from 'node:timers/promises';
import { DemoError } from './demo-error.ts';

const ASK_EVERY_MS = 100;
const PATIENCE_MS = 50_000;

/**
 * Waits until the service tells the public that an event has reached a status.
 * @throws DemoError when it does not get there; `logFile` is where to look for the reason.
 */
export async function untilStatus(
  serviceUrl: string,
  slug: string,
  status: 'live' | 'archived',
  { signal, logFile }: { readonly signal: AbortSignal; readonly logFile: string },
): Promise<void> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  let seen: unknown;
  while (!late.aborted) {
    const response = await fetch(`${serviceUrl}/v1/events/${slug}`, { signal });
    const event = (await response.json()) as { readonly status?: unknown };
    seen = event.status;
    if (seen === status) return;
    await wait(ASK_EVERY_MS, undefined, { signal });
  }
  throw new DemoError(`The event ${slug} is "${String(seen)}" and not yet "${status}": see ${logFile}.`);
}
