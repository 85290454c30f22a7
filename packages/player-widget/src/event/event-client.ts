import type { LiveEvent } from '@vitrine/product-cues';
import { fetchJson } from '../internal/fetch-json.ts';
import { loadChunk } from '../internal/load-chunk.ts';
import { PlayerError } from '../media/player-error.ts';
import type { EventSettings } from './event-settings.ts';

export interface LoadOptions {
  readonly signal: AbortSignal;
  /** Told what went wrong where the event can do without it. */
  readonly onProblem: (error: PlayerError) => void;
  /** `no-cache` when something is known to have changed. */
  readonly cache?: RequestCache;
}

/** The event as it is now, its URLs absolute; rejects with a PlayerError. */
export async function loadEvent(settings: EventSettings, options: LoadOptions): Promise<LiveEvent> {
  const { src, timeline, catalogue } = settings;
  const event = src ? undefined : await publishedEvent(settings, options);
  if (event && !timeline && !catalogue) return event;
  const { withOwnFiles } = await loadChunk(() => import('./own-files.ts'));
  return withOwnFiles(event, settings, options);
}

async function publishedEvent(
  { service, cdn, eventId }: EventSettings,
  options: LoadOptions,
): Promise<LiveEvent> {
  let failure: PlayerError | undefined;
  for (const base of [service, cdn]) {
    if (!base) continue;
    // What checks others' JSON comes on its way, beside it.
    const [answer, { readAnswer }] = await Promise.all([
      fetchJson(eventUrl(base, eventId ?? ''), options),
      loadChunk(() => import('./event-json.ts')),
    ]);
    const event = readAnswer(answer);
    if (!(event instanceof PlayerError)) return event;
    failure ??= event;
    // A service that is well and knows no such event is right; the CDN may still hold a removed one.
    if (event.code === 'EVENT_NOT_FOUND') break;
  }
  throw failure ?? new PlayerError('EVENT_NOT_LOADED');
}

/** The store mirrors the service's route, so one path serves both. */
function eventUrl(base: string, eventId: string): string {
  return new URL(`v1/events/${encodeURIComponent(eventId)}`, base.endsWith('/') ? base : `${base}/`).href;
}
