import type { LiveEvent } from '@vitrine/product-cues';
import { text } from 'node:stream/consumers';
import { NO_EDITS } from '../database/documents.ts';
import type { Publication, PublicationPorts } from '../publishing/publication.ts';
import type { ObjectStore } from '../stores/object-store.ts';

export const SPRING: LiveEvent = {
  id: 'ev-1',
  slug: 'spring-drop',
  shop: 'default',
  title: 'Spring drop',
  status: 'ended',
  currency: 'EUR',
  cueKey: 'sd26',
  startedAt: '2026-03-05T07:08:00.000Z',
  playback: null,
  products: [],
  liveStateUrl: 'https://api.example/v1/events/ev-1/live.json',
  updatedAt: '2026-03-05T09:00:00.000Z',
};

export function publicationOf(prefix: string, changes: Partial<Publication> = {}): Publication {
  return {
    event: SPRING,
    recordings: [{ id: 1, bucket: 'shows', prefix }],
    edits: NO_EDITS,
    highlights: [],
    replayOffers: false,
    version: 1,
    updatedAt: '2026-03-05T09:30:00.000Z',
    ...changes,
  };
}

export interface TestPorts extends PublicationPorts {
  /** What was warned of. */
  readonly warnings: readonly string[];
}

export function portsOf(
  recordings: ObjectStore,
  store: ObjectStore,
  changes: Partial<PublicationPorts> = {},
): TestPorts {
  const warnings: string[] = [];
  return {
    openRecordings: () => recordings,
    store,
    warnings,
    fence: () => Promise.resolve(),
    progress: () => undefined,
    signal: new AbortController().signal,
    log: { info: () => undefined, warn: (_facts, message) => warnings.push(message) },
    ...changes,
  };
}

/** Everything in a store, by key: to compare two of them to the byte. */
export async function contents(store: ObjectStore): Promise<Record<string, string>> {
  const keys: string[] = [];
  for await (const { key } of store.list('')) keys.push(key);
  const found: Record<string, string> = {};
  for (const key of keys.sort()) {
    const object = await store.read(key);
    if (object) found[key] = await text(object.body.setEncoding('latin1'));
  }
  return found;
}
