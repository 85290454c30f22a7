import { sql } from 'kysely';
import type { ChannelRow, Handle } from '../database/tables.ts';
import { isDuplicate, isStillReferred } from '../database/violation.ts';
import { ServiceError } from '../errors.ts';

export type NewChannel = Omit<ChannelRow, 'swept_at' | 'looked_at' | 'updated_at'>;
export type ChannelChange = Partial<Pick<ChannelRow, 'name' | 'playback_url' | 'auto_publish'>>;

export async function listChannels(handle: Handle, shop: string): Promise<readonly ChannelRow[]> {
  return handle.selectFrom('channels').selectAll().where('shop', '=', shop).orderBy('arn').execute();
}

/** Whichever shop it belongs to: for what IVS tells us of it. */
export async function findChannel(handle: Handle, arn: string): Promise<ChannelRow | undefined> {
  return handle.selectFrom('channels').selectAll().where('arn', '=', arn).executeTakeFirst();
}

/**
 * Lets one transaction at a time act for a channel, known or not: what IVS tells us of it reads and writes several rows, and
 * a channel may be added while a recording of it arrives.
 */
export async function lockChannel(trx: Handle, arn: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${arn}))`.execute(trx);
}

/** @throws ServiceError `CHANNEL_NOT_FOUND` */
export async function readChannel(handle: Handle, shop: string, arn: string): Promise<ChannelRow> {
  const channel = await findChannel(handle, arn);
  if (channel?.shop !== shop) throw channelNotFound(arn);
  return channel;
}

/** @throws ServiceError `ALREADY_EXISTS` */
export async function createChannel(handle: Handle, channel: NewChannel, now: Date): Promise<ChannelRow> {
  try {
    return await handle
      .insertInto('channels')
      .values({ ...channel, updated_at: now })
      .returningAll()
      .executeTakeFirstOrThrow();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new ServiceError('ALREADY_EXISTS', `The channel ${channel.arn} is known already.`, {
      cause: error,
    });
  }
}

/** @throws ServiceError `CHANNEL_NOT_FOUND` */
export async function changeChannel(
  handle: Handle,
  shop: string,
  arn: string,
  change: ChannelChange,
  now: Date,
): Promise<ChannelRow> {
  const row = await handle
    .updateTable('channels')
    .set({ ...change, updated_at: now })
    .where('shop', '=', shop)
    .where('arn', '=', arn)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw channelNotFound(arn);
  return row;
}

/** @throws ServiceError `CHANNEL_NOT_FOUND`, or `IN_USE` while an event names it */
export async function removeChannel(handle: Handle, shop: string, arn: string): Promise<void> {
  try {
    const { numDeletedRows } = await handle
      .deleteFrom('channels')
      .where('shop', '=', shop)
      .where('arn', '=', arn)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw channelNotFound(arn);
  } catch (error) {
    if (!isStillReferred(error)) throw error;
    throw new ServiceError(
      'IN_USE',
      'Events still name this channel: remove them, or give them another one.',
      {
        cause: error,
      },
    );
  }
}

function channelNotFound(arn: string): ServiceError {
  return new ServiceError('CHANNEL_NOT_FOUND', `There is no channel ${JSON.stringify(arn)}.`);
}
