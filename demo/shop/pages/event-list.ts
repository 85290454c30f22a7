import { html, safeUrl, type Html } from '../html.ts';
import type { ListedEvent } from '../listed-event.ts';
import { PLAY_ICON } from './icons.ts';

const BADGES: Readonly<Record<string, string>> = {
  live: 'Live',
  archived: 'Replay',
  ended: 'Just ended',
  scheduled: 'Soon',
};

const minutes = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

function facts({ status, productCount, duration }: ListedEvent): string {
  const what = productCount === undefined ? '' : `${productCount} pieces`;
  const when =
    status === 'live'
      ? 'on air now'
      : status === 'ended'
        ? 'the replay is being made'
        : duration === undefined
          ? ''
          : minutes(duration);
  return [what, when].filter(Boolean).join(' · ');
}

function eventCard(event: ListedEvent, selected: boolean): Html {
  const badge = BADGES[event.status] ?? '';
  return html`<li>
    <a
      class="event-card"
      data-status="${event.status}"
      href="/?event=${encodeURIComponent(event.slug)}"
      ${selected && html`aria-current="true"`}
    >
      <span class="picture">
        ${event.poster !== undefined && html`<img src="${safeUrl(event.poster)}" alt="" width="320" height="180" />`}
        ${PLAY_ICON}
      </span>
      <span class="words">
        ${badge && html`<span class="badge" data-status="${event.status}">${badge}</span>`}
        <strong>${event.title}</strong>
        <small>${facts(event)}</small>
      </span>
    </a>
  </li>`;
}

/** Both events, the one that the page shows marked; also fetched alone when something has changed. */
export function eventList(events: readonly ListedEvent[], selected: string | undefined): Html {
  if (events.length === 0)
    return html`<li class="none">The studio is dark just now. Come back in a moment.</li>`;
  return html`${events.map((event) => eventCard(event, event.slug === selected || event.id === selected))}`;
}
