import { checkCurrency } from '../catalogue/money.ts';
import { checkProducts } from '../catalogue/product.ts';
import { list, object, read, type Read, text, texts } from '../internal/check.ts';
import { type EventStatus, isEventStatus } from './event-status.ts';
import type { LiveEvent } from './live-event.ts';
import { checkPlayback, type Playback } from './playback.ts';

/**
 * Reads event JSON. Unknown fields are ignored, and values that are newer than this code degrade; a product that cannot
 * be read is left out. Without an id, a title or a readable playback the event is refused.
 */
export function readEvent(json: unknown): Read<LiveEvent> {
  return read(() => {
    const fields = object(json, 'event');
    const playback = checkPlayback(fields['playback']);
    const times = texts(fields, 'startsAt', 'startedAt', 'endedAt');
    const { status } = fields;
    return {
      id: text(fields['id'], 'id'),
      slug: text(fields['slug'], 'slug'),
      shop: text(fields['shop'], 'shop'),
      title: text(fields['title'], 'title'),
      status: isEventStatus(status) ? status : likelyStatus(playback, times.endedAt),
      currency: checkCurrency(fields['currency'], 'currency'),
      ...times,
      ...texts(fields, 'description', 'cueKey', 'poster', 'timelineUrl', 'liveStateUrl', 'chatRoom'),
      playback,
      products: checkProducts(list(fields['products'], 'products')),
      updatedAt: text(fields['updatedAt'], 'updatedAt'),
    };
  });
}

/** For a status that is newer than this code: what can be played tells. */
function likelyStatus(playback: Playback | null, endedAt: string | undefined): EventStatus {
  if (playback) return playback.type === 'live' ? 'live' : 'archived';
  return endedAt ? 'ended' : 'scheduled';
}
