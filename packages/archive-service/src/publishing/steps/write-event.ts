import type { LiveEvent } from '@vitrine/product-cues';
import type { RecordingEnded } from '../../recordings/recording-ended.ts';
import { relativeUrl } from '../archive-layout.ts';
import type { ArchiveLayout } from '../archive-layout.ts';
import type { Publication, PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';

/** Writes the version's own copy of the event JSON. */
export async function writeEvent(
  event: (fromKey: string) => LiveEvent,
  { event: key }: ArchiveLayout,
  { store, signal }: PublicationPorts,
): Promise<void> {
  await writeText(store, key, JSON.stringify(event(key)), signal);
}

/** The archived event's JSON, as a function of the key at which it lies: its URLs are relative to that. */
export function archivedEvent(
  { event, updatedAt }: Publication,
  ended: RecordingEnded,
  layout: ArchiveLayout,
  duration: number,
): (fromKey: string) => LiveEvent {
  // Of what is on air nothing is left to be asked for.
  const { liveStateUrl: _live, playback: _playback, timelineUrl: _timeline, ...rest } = event;
  const startedAt = event.startedAt ?? timestamp(ended.recording_started_at);
  const endedAt = event.endedAt ?? timestamp(ended.recording_ended_at);
  return (fromKey) => ({
    ...rest,
    status: 'archived',
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    playback: { type: 'archive', url: relativeUrl(fromKey, layout.multivariant), duration, captions: false },
    timelineUrl: relativeUrl(fromKey, layout.timeline),
    updatedAt,
  });
}

/** In the one form that the database gives back, so that the next publication has the same bytes; `undefined` for what is no time. */
function timestamp(text: string | undefined): string | undefined {
  const time = new Date(text ?? NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
