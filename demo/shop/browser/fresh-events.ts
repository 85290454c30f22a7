import type { ListedEvent } from '../listed-event.ts';
import { watchStudio } from './watch-events.ts';

async function drawList(list: HTMLElement): Promise<void> {
  const selected = encodeURIComponent(list.dataset['selected'] ?? '');
  const response = await fetch(`/fragments/events?event=${selected}`);
  // Made by our own server, which escapes; the policy allows no script in it either way.
  if (response.ok) list.innerHTML = await response.text();
}

function drawOnAir(links: Iterable<HTMLAnchorElement>, live: ListedEvent | undefined): void {
  for (const link of links) {
    link.hidden = live === undefined;
    if (live) link.href = `/?event=${encodeURIComponent(live.slug)}`;
  }
}

/** Keeps the list of events and the "Live now" link true while the page is open. */
export function keepEventsFresh(root: Document): void {
  const list = root.querySelector<HTMLElement>('[data-events]');
  watchStudio(({ events }) => {
    drawOnAir(
      root.querySelectorAll<HTMLAnchorElement>('[data-on-air]'),
      events.find(({ status }) => status === 'live'),
    );
    if (list) void drawList(list);
  });
}
