import { readListedEvents, type ListedEvent } from './listed-event.ts';

/** How long a page may wait for the list; the shop must not become slow because the service is. */
const PATIENCE_MS = 1500;

export interface EventsList {
  /** The service's events now, or the last ones that it told when it does not answer. */
  read(): Promise<readonly ListedEvent[]>;
}

export function createEventsList(serviceUrl: string): EventsList {
  let known: readonly ListedEvent[] = [];
  return {
    async read() {
      try {
        const response = await fetch(new URL('/v1/events', serviceUrl), {
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        if (response.ok) known = readListedEvents(await response.json());
      } catch {
        // The service is down or slow: archives still play through the CDN, so they stay on the list.
      }
      return known;
    },
  };
}
