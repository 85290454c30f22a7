import { jsonb } from '../database/json.ts';
import type { Jobs } from '../database/jobs.ts';
import type { Handle } from '../database/tables.ts';
import { readFact } from './fact.ts';
import { readNotification, type Notification } from './notification.ts';

export interface Taken {
  readonly id: string;
  /** Whether it had been stored before. */
  readonly known: boolean;
  readonly detailType: string;
}

export interface TakeOptions {
  /** Acts again on one that is known already: what had not succeeded is tried again at once. */
  readonly again?: boolean;
}

/**
 * The one way in for notifications, whatever door they come through: the row and the job that acts on it are one
 * transaction, and only then is the sender answered.
 * @throws ServiceError `BAD_NOTIFICATION`, naming the field
 */
export async function takeNotification(
  db: Handle,
  jobs: Jobs,
  value: unknown,
  now: Date,
  { again = false }: TakeOptions = {},
): Promise<Taken> {
  const notification = readNotification(value);
  // Malformed ones are refused here, where the sender still hears of it.
  const fact = readFact(notification);
  return db.transaction().execute(async (trx) => {
    const known = !(await insert(trx, notification, now));
    if (fact.kind !== 'none' && (!known || again)) {
      const send = again ? jobs.sendAtOnce : jobs.send;
      await send(trx, 'act-on-notification', notification.id, { notificationId: notification.id });
    }
    return { id: notification.id, known, detailType: notification['detail-type'] };
  });
}

async function insert(trx: Handle, notification: Notification, now: Date): Promise<boolean> {
  const isNothingToUs = readFact(notification).kind === 'none';
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('notifications')
    .values({
      id: notification.id,
      detail_type: notification['detail-type'],
      channel_arn: notification.resources[0] ?? null,
      time: new Date(notification.time),
      notification: jsonb(notification),
      received_at: now,
      ...(isNothingToUs && { outcome: 'Nothing to do.', acted_at: now }),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
