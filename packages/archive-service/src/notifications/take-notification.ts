import type { Insertable } from 'kysely';
import { jsonb } from '../database/json.ts';
import type { Jobs } from '../database/jobs.ts';
import type { Handle, Tables } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import { recordedTime } from '../recordings/recorded-time.ts';
import { readFact } from './fact.ts';
import { readNotification, type Notification } from './notification.ts';

export interface Taken {
  readonly id: string;
  /** Whether it had been stored before. */
  readonly known: boolean;
  readonly detailType: string;
}

/** @throws ServiceError `BAD_NOTIFICATION`, naming the field: here, where the sender still hears of it */
export function checkNotification(value: unknown): Notification {
  const notification = readNotification(value);
  // One of another millennium would stand before, or behind, all that its channel will ever do.
  if (!recordedTime(notification.time)) {
    const problem = `time: ${JSON.stringify(notification.time)} is no point in time of this century.`;
    throw new ServiceError('BAD_NOTIFICATION', problem);
  }
  if (isDeeper(notification, LEVELS)) {
    const problem = `notification: should be nested no deeper than ${String(LEVELS)} levels.`;
    throw new ServiceError('BAD_NOTIFICATION', problem);
  }
  const fact = readFact(notification);
  if (fact.kind === 'none') return notification;
  requireShort('resources.0', fact.channelArn, ARN_MAX);
  if (fact.kind !== 'stream') {
    requireShort('detail.recording_s3_bucket_name', fact.bucket, BUCKET_MAX);
    requireShort('detail.recording_s3_key_prefix', fact.prefix, KEY_MAX);
  }
  return notification;
}

/** IVS's have four. What is nested by the thousand is read by JavaScript, and can be written neither by it nor by PostgreSQL. */
const LEVELS = 64;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1)));

/** Bytes of what rows are found by: several times what Amazon allows. PostgreSQL's indexes hold some 2,700 together. */
const ARN_MAX = 512;
const BUCKET_MAX = 255;
const KEY_MAX = 1_024;

function requireShort(field: string, value: string, bytes: number): void {
  if (Buffer.byteLength(value) <= bytes) return;
  throw new ServiceError('BAD_NOTIFICATION', `${field}: should have no more than ${String(bytes)} bytes.`);
}

/**
 * The one way in for notifications, whatever door they come through: the rows and the jobs that act on them are one
 * transaction, and only then are their senders answered.
 *
 * @param notifications - that have been checked; the same may be among them twice
 */
export async function takeNotifications(
  db: Handle,
  jobs: Jobs,
  notifications: readonly Notification[],
  now: Date,
): Promise<readonly Taken[]> {
  const fresh = await db.transaction().execute(async (trx) => {
    const ids = await insert(trx, notifications, now);
    const some = notifications.filter((notification) => ids.has(notification.id) && !isNothing(notification));
    await jobs.sendAll(trx, 'act-on-notification', [...new Set(some.map(({ id }) => id))].map(actOn));
    return ids;
  });
  return notifications.map(({ id, 'detail-type': detailType }) => {
    // The first of the same is the one that was not known.
    const known = !fresh.delete(id);
    return { id, known, detailType };
  });
}

/** The same for one, which is acted on again where it is known already: what had not succeeded is tried again at once. */
export async function takeAgain(
  db: Handle,
  jobs: Jobs,
  notification: Notification,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await insert(trx, [notification], now);
    if (isNothing(notification)) return;
    await trx
      .updateTable('notifications')
      .set({ acted_at: null, outcome: null })
      .where('id', '=', notification.id)
      .execute();
    const { key, data } = actOn(notification.id);
    await jobs.sendAtOnce(trx, 'act-on-notification', key, data);
  });
}

/** Unless it has a job, which waits or runs. */
export async function sendAction(db: Handle, jobs: Jobs, id: string): Promise<boolean> {
  const { key, data } = actOn(id);
  return jobs.send(db, 'act-on-notification', key, data);
}

const actOn = (id: string) => ({ key: id, data: { notificationId: id } });
const isNothing = (notification: Notification): boolean => readFact(notification).kind === 'none';

/** @returns the ids of those that were not known */
async function insert(trx: Handle, notifications: readonly Notification[], now: Date): Promise<Set<string>> {
  const rows = await trx
    .insertInto('notifications')
    .values(notifications.map((notification) => rowOf(notification, now)))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function rowOf(notification: Notification, now: Date): Insertable<Tables['notifications']> {
  const nothing = isNothing(notification);
  return {
    id: notification.id,
    detail_type: notification['detail-type'],
    // Nobody looks for one that is cut: what is acted on has been checked. A character has three bytes at most.
    channel_arn: notification.resources[0]?.slice(0, ARN_MAX) ?? null,
    time: new Date(notification.time),
    notification: jsonb(notification),
    received_at: now,
    outcome: nothing ? 'Nothing to do.' : null,
    acted_at: nothing ? now : null,
  };
}
