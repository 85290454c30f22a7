import { jsonb } from '../database/json.ts';
import type { Handle, PublishedLinks } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import { eventNotFound } from '../events/events-repository.ts';

/** The right to publish an event, until another publication of it takes over. */
export interface Fence {
  readonly eventId: string;
  readonly token: number;
}

export interface Claim {
  readonly version: number;
  readonly fence: Fence;
}

/**
 * Takes over the event's publication and gives the recording its version: the one that it had when it was interrupted,
 * otherwise the next.
 */
export async function claimVersion(db: Handle, eventId: string, recordingId: number): Promise<Claim> {
  return db.transaction().execute(async (trx) => {
    // The update locks the event's row: allocations of one event come one after the other.
    const event = await trx
      .updateTable('events')
      .set(({ eb }) => ({ fence: eb('fence', '+', 1) }))
      .where('id', '=', eventId)
      .returning('fence')
      .executeTakeFirst();
    if (!event) throw eventNotFound(eventId);
    const versions = await trx
      .selectFrom('versions')
      .select(['version', 'recording_id'])
      .where('event_id', '=', eventId)
      .execute();
    const own = versions.find(({ recording_id }) => recording_id === recordingId);
    const version = own?.version ?? Math.max(0, ...versions.map((row) => row.version)) + 1;
    if (!own) {
      await trx
        .insertInto('versions')
        .values({ event_id: eventId, version, recording_id: recordingId, state: 'publishing' })
        .execute();
    }
    return { version, fence: { eventId, token: event.fence } };
  });
}

/** @throws ServiceError `PUBLICATION_SUPERSEDED` when another publication of the event has taken over */
export async function checkFence(db: Handle, { eventId, token }: Fence): Promise<void> {
  const event = await db.selectFrom('events').select('fence').where('id', '=', eventId).executeTakeFirst();
  if (event?.fence !== token) throw new ServiceError('PUBLICATION_SUPERSEDED');
}

export interface Result {
  readonly recordingId: number;
  readonly links: PublishedLinks;
  /** What the event's JSON says of its last change, from stored times alone. */
  readonly updatedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/**
 * Stores what was published, and makes the event an archive.
 * @throws ServiceError `PUBLICATION_SUPERSEDED`, and stores nothing
 */
export async function recordPublished(
  db: Handle,
  { eventId, token }: Fence,
  result: Result,
  now: Date,
): Promise<void> {
  const { recordingId, links, updatedAt, startedAt, endedAt } = result;
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('events')
      .set({
        status: 'archived',
        archive: jsonb(links),
        updated_at: updatedAt,
        ...(startedAt && { started_at: startedAt }),
        ...(endedAt && { ended_at: endedAt }),
      })
      .where('id', '=', eventId)
      .where('fence', '=', token)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new ServiceError('PUBLICATION_SUPERSEDED');
    await trx
      .updateTable('versions')
      .set({ state: 'published', published_at: now })
      .where('event_id', '=', eventId)
      .where('version', '=', links.version)
      .execute();
    await trx
      .updateTable('recordings')
      .set({ state: 'published', problem: null, progress: null, updated_at: now })
      .where('id', '=', recordingId)
      .execute();
  });
}
