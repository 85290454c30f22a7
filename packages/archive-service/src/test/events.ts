import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readEvent, type LiveEvent } from '@vitrine/product-cues';
import type { EventRow, RecordingRow } from '../database/tables.ts';
import { pointerKey } from '../publishing/archive-layout.ts';
import { requestPublication } from '../publishing/request-publication.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import type { WrittenRecording } from './local-recording.ts';
import { contents } from './publications.ts';
import { readText } from './stores.ts';
import { CHANNEL, type TestService } from './test-service.ts';
import { until } from './until.ts';

/** 2026-03-05, 08:00 UTC: when shows of these tests begin. */
export const STARTED = Date.UTC(2026, 2, 5, 8);

export async function addEvent(
  { admin }: TestService,
  body: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const event = { slug: 'show', title: 'Show', currency: 'EUR', cueKey: 'k', ...body };
  return ((await admin('POST', '/events', event)) as { id: string }).id;
}

/** Stores a recording of the event that has ended, as its notification would, without asking for its publication. */
export async function addRecording(
  { services: { db } }: TestService,
  eventId: string | null,
  recording: Pick<WrittenRecording, 'bucket' | 'prefix' | 'durationMs'>,
  changes: Partial<Pick<RecordingRow, 'started_at' | 'ended_at' | 'state' | 'shop'>> = {},
): Promise<number> {
  const { bucket, prefix, durationMs } = recording;
  const started = changes.started_at ?? new Date(STARTED);
  const ended = new Date(started.getTime() + durationMs);
  const { id } = await db
    .insertInto('recordings')
    .values({
      bucket,
      prefix,
      channel_arn: CHANNEL,
      shop: 'default',
      event_id: eventId,
      started_at: started,
      ended_at: ended,
      duration_ms: durationMs,
      state: 'ended',
      updated_at: ended,
      ...changes,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function eventRow({ services: { db } }: TestService, id: string): Promise<EventRow> {
  return db.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function recordingRow({ services: { db } }: TestService, id: number): Promise<RecordingRow> {
  return db.selectFrom('recordings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Asks for a publication, and resolves when all that is wanted is done. */
export async function publish(service: TestService, eventId: string): Promise<void> {
  const { db, jobs } = service.services;
  await db.transaction().execute((trx) => requestPublication(trx, jobs, eventId));
  await settled(service, eventId);
}

export async function settled(service: TestService, eventId: string): Promise<void> {
  await until(async () => {
    const { wanted, settled: done } = await eventRow(service, eventId);
    return wanted === done;
  });
}

/** The numbers and states of an event's versions; the one that viewers get has a star. */
export async function versionsOf({ services: { db } }: TestService, eventId: string): Promise<string[]> {
  const { archive } = await db
    .selectFrom('events')
    .select('archive')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('versions')
    .select(['version', 'state'])
    .where('event_id', '=', eventId)
    .orderBy('version')
    .execute();
  return rows.map(
    ({ version, state }) => `${String(version)} ${state}${archive?.version === version ? ' *' : ''}`,
  );
}

/** What lies under each key, in few letters: two stores can be compared, and the difference read. */
export async function digests(store: ObjectStore): Promise<Record<string, string>> {
  const found = Object.entries(await contents(store));
  return Object.fromEntries(
    found.map(([key, text]) => [
      key,
      text.length < 2_000 ? text : createHash('sha256').update(text).digest('hex'),
    ]),
  );
}

/** What a pointer says; `undefined` where there is none. */
export async function pointerAt(
  { services: { store } }: TestService,
  idOrSlug: string,
): Promise<LiveEvent | undefined> {
  const text = await readText(store, pointerKey(idOrSlug));
  if (text === undefined) return undefined;
  const read = readEvent(JSON.parse(text));
  assert.ok(read.ok, `${idOrSlug} is no event`);
  return read.value;
}

/** The version to which a pointer leads. */
export async function versionAt(service: TestService, idOrSlug: string): Promise<number | undefined> {
  const playback = (await pointerAt(service, idOrSlug))?.playback;
  if (playback?.type !== 'archive') return undefined;
  return Number(/\/(\d+)\/[^/]+$/.exec(playback.url)?.[1]);
}
