import type { EventRow, RecordingRow } from '../database/tables.ts';
import type { ChannelHistory } from './channel-history.ts';
import { unannouncedEventId } from './unannounced-event.ts';

/**
 * An event that was made for a recording is named by the first one of its show. Where an earlier recording turns up when the event is published already,
 * the show keeps the event that it has: its address is known, and the same recording must not be shown by two events.
 */
export function keepPublished(
  history: ChannelHistory,
  rows: readonly EventRow[],
  recordings: readonly RecordingRow[],
): ChannelHistory {
  const { places, standings, moved } = history;
  const made = new Set(recordings.filter(({ assigned }) => !assigned).map(unannouncedEventId));
  const inUse = new Set(places.values());
  const published = new Set(rows.filter(({ archive }) => archive !== null).map(({ id }) => id));
  const kept = new Map<string, string>();
  for (const { id, event_id } of recordings.toSorted((a, b) => (a.prefix < b.prefix ? -1 : 1))) {
    const event = places.get(id);
    if (event === undefined || event_id === null) continue;
    if (!made.has(event) || published.has(event) || kept.has(event)) continue;
    if (made.has(event_id) && published.has(event_id) && !inUse.has(event_id)) {
      kept.set(event, event_id);
      inUse.add(event_id);
    }
  }
  const nameOf = (event: string): string => kept.get(event) ?? event;
  return {
    places: new Map([...places].map(([recording, event]) => [recording, nameOf(event)])),
    standings: new Map([...standings].map(([event, standing]) => [nameOf(event), standing])),
    moved: new Map([...moved].map(([turn, event]) => [turn, nameOf(event)])),
  };
}
