import { setTimeout as sleep } from 'node:timers/promises';
import { isUnavailable } from '../database/violation.ts';
import type { Jobs } from '../database/jobs.ts';
import type { Handle } from '../database/tables.ts';
import type { Notification } from './notification.ts';
import { checkNotification, takeNotifications, type Taken } from './take-notification.ts';

/** Stores what comes, for the ways in whose senders wait for an answer. */
export interface Intake {
  /**
   * Resolves when the notification and the job that acts on it are safe.
   * @throws ServiceError `BAD_NOTIFICATION`, naming the field
   */
  take(value: unknown): Promise<Taken>;
  /** Resolves when nothing has come for a moment, or a while has passed: senders wait for their answer, jobs can. */
  calm(): Promise<void>;
}

/** Milliseconds in which what comes is gathered; that nothing comes before it is calm; and that anybody waits for that. */
const GATHER = 10;
const CALM = 60;
const PATIENCE = 2_000;

/** Notifications that one transaction stores. */
const BATCH = 200;

interface Waiting {
  readonly notification: Notification;
  readonly resolve: (taken: Taken) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One transaction at a time, and what comes meanwhile shares the next: hundreds at once, each with a transaction of its own, would wait for one
 * another on the one connection of the embedded database for longer than EventBridge does.
 */
export function createIntake(db: Handle, jobs: Jobs): Intake {
  const waiting: Waiting[] = [];
  let isAtWork = false;
  let latest = Number.NEGATIVE_INFINITY;

  async function work(): Promise<void> {
    isAtWork = true;
    do {
      await sleep(GATHER);
      await storeBatch(waiting.splice(0, BATCH));
    } while (waiting.length > 0);
    isAtWork = false;
  }

  async function storeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const notifications = batch.map(({ notification }) => notification);
      const taken = await takeNotifications(db, jobs, notifications, new Date());
      for (const [index, one] of taken.entries()) batch[index]?.resolve(one);
    } catch (error) {
      // One that the database cannot hold must not cost the others their place; while it is away, each would wait for it in turn.
      if (batch.length > 1 && !isUnavailable(error)) for (const one of batch) await storeBatch([one]);
      else for (const { reject } of batch) reject(error);
    }
  }

  return {
    async take(value) {
      const notification = checkNotification(value);
      latest = performance.now();
      return new Promise<Taken>((resolve, reject) => {
        waiting.push({ notification, resolve, reject });
        if (!isAtWork) void work();
      });
    },
    async calm() {
      const begin = performance.now();
      const isStormy = (): boolean => isAtWork || performance.now() - latest < CALM;
      while (isStormy() && performance.now() - begin < PATIENCE) await sleep(CALM);
    },
  };
}
