import { randomBytes } from 'node:crypto';
import type { EventStatus } from '@vitrine/product-cues';
import type { EventRow, Handle } from '../database/tables.ts';
import { isDuplicate } from '../database/violation.ts';
import { ServiceError } from '../errors.ts';
import type { EventStanding } from './event-status.ts';

/** What whoever makes an event decides; the rest comes from what happens to it. */
export type EventDraft = Pick<
  EventRow,
  | 'slug'
  | 'title'
  | 'description'
  | 'currency'
  | 'cue_key'
  | 'channel_arn'
  | 'poster'
  | 'starts_at'
  | 'replay_offers'
  | 'listed'
>;

/** An id that can be no slug: slugs have no underscore. */
export function newEventId(): string {
  return `evt_${randomBytes(9).toString('hex')}`;
}

/** @throws ServiceError `ALREADY_EXISTS` when the slug is taken */
export async function createEvent(
  handle: Handle,
  event: EventDraft & Pick<EventRow, 'id' | 'shop'> & Partial<Pick<EventRow, 'status' | 'started_at'>>,
  now: Date,
): Promise<EventRow> {
  const insert = handle
    .insertInto('events')
    .values({ status: 'scheduled', ...event, catalogue_at: now, created_at: now, updated_at: now })
    .returningAll();
  return namingSlug(event.slug, () => insert.executeTakeFirstOrThrow());
}

/** @throws ServiceError `EVENT_NOT_FOUND`, or `ALREADY_EXISTS` when the new slug is taken */
export async function changeEvent(
  handle: Handle,
  shop: string,
  id: string,
  change: Partial<EventDraft>,
  now: Date,
): Promise<EventRow> {
  const update = handle
    .updateTable('events')
    .set({ ...change, catalogue_at: now, updated_at: now })
    .where('shop', '=', shop)
    .where('id', '=', id)
    .returningAll();
  const row = await namingSlug(change.slug ?? id, () => update.executeTakeFirst());
  if (!row) throw eventNotFound(id);
  return row;
}

/** Something that these events show has changed outside of their own rows. */
export async function touchCatalogue(handle: Handle, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await handle.updateTable('events').set({ catalogue_at: now }).where('id', 'in', ids).execute();
}

/**
 * Removes an event of which nothing was published: without its row nobody would know any more what lies in the store, and under which keys. Nor one that was unpublished: forgotten, a
 * recording that is found late would make it anew.
 * @throws ServiceError `EVENT_NOT_FOUND`, `IN_USE`
 */
export async function removeEvent(handle: Handle, shop: string, id: string): Promise<void> {
  const { numDeletedRows } = await handle
    .deleteFrom('events')
    .where('shop', '=', shop)
    .where('id', '=', id)
    .where('unpublished_at', 'is', null)
    .where('archive', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('versions').select('version').where('event_id', '=', id).where('removed_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  if (numDeletedRows > 0n) return;
  const { unpublished_at } = await readEventOfShop(handle, shop, id);
  throw new ServiceError(
    'IN_USE',
    unpublished_at
      ? 'This event was unpublished: it is kept so that it never comes back.'
      : 'A replay of this event is published, or was begun: unpublish the event instead, which removes all of it from the store.',
  );
}

/** By id or slug, in any shop: for the public. @throws ServiceError `EVENT_NOT_FOUND`, `EVENT_UNPUBLISHED` */
export async function readPublicEvent(handle: Handle, idOrSlug: string): Promise<EventRow> {
  const row = await readEventRow(handle, idOrSlug);
  if (row.unpublished_at) throw new ServiceError('EVENT_UNPUBLISHED');
  return row;
}

/** By id or slug, in any shop, whatever has become of it. @throws ServiceError `EVENT_NOT_FOUND` */
export async function readEventRow(handle: Handle, idOrSlug: string): Promise<EventRow> {
  const row = await handle
    .selectFrom('events')
    .selectAll()
    .where((where) => where.or([where('id', '=', idOrSlug), where('slug', '=', idOrSlug)]))
    .executeTakeFirst();
  if (!row) throw eventNotFound(idOrSlug);
  return row;
}

/** @throws ServiceError `EVENT_NOT_FOUND`, also for another shop's event */
export async function readEventOfShop(handle: Handle, shop: string, idOrSlug: string): Promise<EventRow> {
  const row = await readEventRow(handle, idOrSlug);
  if (row.shop !== shop) throw eventNotFound(idOrSlug);
  return row;
}

/** Those of a channel, for finding the one that a notification is about. */
export async function eventsOfChannel(handle: Handle, channelArn: string): Promise<readonly EventRow[]> {
  return handle.selectFrom('events').selectAll().where('channel_arn', '=', channelArn).execute();
}

/** Where a list goes on: after the event that was made at this time and has this id. */
export interface EventPosition {
  readonly createdAt: Date;
  readonly id: string;
}

export interface EventFilter {
  readonly shop: string;
  readonly status?: EventStatus | undefined;
  readonly after?: EventPosition | undefined;
  /** Also those that the public does not see in a list. */
  readonly unlisted: boolean;
  readonly limit: number;
}

/** The newest first. */
export async function listEvents(handle: Handle, filter: EventFilter): Promise<readonly EventRow[]> {
  const { shop, status, after, unlisted, limit } = filter;
  let query = handle.selectFrom('events').selectAll().where('shop', '=', shop);
  if (status) query = query.where('status', '=', status);
  if (!unlisted) query = query.where('listed', '=', true).where('unpublished_at', 'is', null);
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at', 'id'), '<', tuple(after.createdAt, after.id)),
    );
  }
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Moves an event to where notifications say that it stands. */
export async function setStanding(
  handle: Handle,
  id: string,
  standing: EventStanding,
  at: Date,
): Promise<void> {
  await handle
    .updateTable('events')
    .set(({ fn, val }) => ({
      status: standing.status,
      started_at: standing.startedAt,
      resumed_at: standing.resumedAt,
      ended_at: standing.endedAt,
      // The notification's time, but an edit may be newer. What an archive says of itself was published with it.
      ...(standing.status !== 'archived' && { updated_at: fn<Date>('greatest', ['updated_at', val(at)]) }),
    }))
    .where('id', '=', id)
    .execute();
}

export const standingOf = ({ status, started_at, resumed_at, ended_at }: EventRow): EventStanding => ({
  status,
  startedAt: started_at,
  resumedAt: resumed_at,
  endedAt: ended_at,
});

export function eventNotFound(idOrSlug: string): ServiceError {
  return new ServiceError('EVENT_NOT_FOUND', `There is no event ${JSON.stringify(idOrSlug)}.`);
}

async function namingSlug<T>(slug: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new ServiceError(
      'ALREADY_EXISTS',
      `There is an event with the slug ${JSON.stringify(slug)} already.`,
      {
        cause: error,
      },
    );
  }
}
