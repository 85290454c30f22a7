import type { ListedEvent } from '../listed-event.ts';

/** What the demo's server tells about the events and its automatic host. */
export interface Studio {
  readonly events: readonly ListedEvent[];
  readonly host: 'on' | 'off' | 'none';
}

const POLL_MS = 3000;

// One poll for all parts of the page that want to know.
const listeners = new Set<(studio: Studio) => void>();
let last = '';

async function look(): Promise<void> {
  if (document.hidden) return;
  try {
    const response = await fetch('/demo-api/events');
    const text = await response.text();
    if (!response.ok || text === last) return;
    last = text;
    const studio = JSON.parse(text) as Studio;
    for (const listener of listeners) listener(studio);
  } catch {
    // The demo is being stopped or restarted; a later look finds it again.
  }
}

/** Calls `listener` with what the studio looks like, now and whenever it has changed. Returns what makes it look at once. */
export function watchStudio(listener: (studio: Studio) => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) setInterval(() => void look(), POLL_MS);
  last = '';
  void look();
  return () => void look();
}
