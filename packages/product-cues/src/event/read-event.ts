import { products } from '../catalogue/product.ts';
import { attempt, type Check, orElse, type Read, text } from '../internal/check.ts';
import { shape } from '../internal/check-shapes.ts';
import { knownStatus } from './event-status.ts';
import type { LiveEvent } from './live-event.ts';
import { playback } from './playback.ts';

const ifText = orElse(text, undefined);

const event = shape({
  id: text,
  slug: text,
  shop: text,
  title: text,
  description: ifText,
  status: orElse(knownStatus, undefined),
  // Whatever it is: each price has its own.
  currency: orElse(text, ''),
  cueKey: ifText,
  startsAt: ifText,
  startedAt: ifText,
  endedAt: ifText,
  poster: ifText,
  playback,
  products,
  timelineUrl: ifText,
  liveStateUrl: ifText,
  chatRoom: ifText,
  updatedAt: text,
});

/** For a status that is newer than this code, what can be played tells. */
const eventWithStatus: Check<LiveEvent> = (value, field) => {
  const { status, ...rest } = event(value, field);
  if (status) return { ...rest, status };
  if (rest.playback) return { ...rest, status: rest.playback.type === 'live' ? 'live' : 'archived' };
  return { ...rest, status: rest.endedAt ? 'ended' : 'scheduled' };
};

/**
 * Reads event JSON. Unknown fields are ignored, and values that are newer than this code degrade; a product that cannot
 * be read is left out. Without an id, a title or a readable playback the event is refused.
 */
export function readEvent(json: unknown): Read<LiveEvent> {
  return attempt(eventWithStatus, json, 'event');
}
