import { readEvent, type LiveEvent } from '@vitrine/product-cues';
import type { Fetched } from '../internal/fetch-json.ts';
import { PlayerError } from '../media/player-error.ts';
import { absoluteEvent } from './absolute-event.ts';
import { READ_FROM } from './read-from.ts';

/** What was answered, as an event with absolute URLs, or why it is none. */
export function readAnswer(answer: Fetched): LiveEvent | PlayerError {
  if (!answer.ok) {
    const missing = answer.status === 404 || answer.status === 410;
    return new PlayerError(missing ? 'EVENT_NOT_FOUND' : 'EVENT_NOT_LOADED', answer.problem);
  }
  const event = readEvent(answer.json);
  if (!event.ok) return new PlayerError('EVENT_INVALID', event.problem);
  const known = absoluteEvent(event.value, answer.url);
  READ_FROM.set(known.products, answer);
  return known;
}
