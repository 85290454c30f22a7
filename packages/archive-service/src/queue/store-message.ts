import { setTimeout as sleep } from 'node:timers/promises';
import { isUnstorable } from '../database/violation.ts';
import { ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Intake } from '../notifications/intake.ts';
import { readMessageBody } from './message-body.ts';

export interface StoreOptions {
  readonly intake: Intake;
  readonly log: Log;
  readonly metrics: Metrics;
  /** When it aborts, what could not be stored yet goes back to the queue. */
  readonly signal: AbortSignal;
}

/** Milliseconds between two tries while the database is away: it grows from the first to the second. */
const PAUSE = [500, 15_000] as const;

/**
 * Stores the notification that a message holds, and resolves when it and its job are safe. While the database is away the message is kept and
 * tried again: that is no fault of the message, which must not be counted towards the dead-letter queue.
 * @throws ServiceError `BAD_NOTIFICATION` for one that will never be a notification; the signal's reason
 */
export async function storeMessage(
  { intake, log, metrics, signal }: StoreOptions,
  body: string,
): Promise<void> {
  let pause: number = PAUSE[0];
  for (;;) {
    signal.throwIfAborted();
    try {
      await metrics.count('queue', async () => intake.take(readMessageBody(body)));
      return;
    } catch (error) {
      if (isPoison(error)) throw error;
      log.warn({ err: error, pause }, 'a message could not be stored yet');
    }
    await sleep(pause, undefined, { signal });
    pause = Math.min(pause * 2, PAUSE[1]);
  }
}

const isPoison = (error: unknown): boolean =>
  (error instanceof ServiceError && error.code === 'BAD_NOTIFICATION') || isUnstorable(error);
