import { readEvent, type LiveEvent } from '@vitrine/product-cues';
import type { Fetched } from '../internal/fetch-json.ts';
import { PlayerError } from '../media/player-error.ts';
import { absoluteEvent } from './absolute-event.ts';

/** What was answered, as an event with absolute URLs, or why it is none. */
export function readAnswer(answer: Fetched): LiveEvent | PlayerError {
  if (!answer.ok) {
    const missing = answer.status === 404 || answer.status === 410;
    return new PlayerError(missing ? 'EVENT_NOT_FOUND' : 'EVENT_NOT_LOADED', answer.problem);
  }
  const event = readEvent(answer.json);
  return event.ok ? absoluteEvent(event.value, answer.url) : new PlayerError('EVENT_INVALID', event.problem);
}
