import { setTimeout as wait } from 'node:timers/promises';
import type { Notification } from './envelope.ts';
import { postNotification, type Answer, type NotificationTarget } from './post-notification.ts';
import { isDelivered, nextDelay, type RetryPolicy } from './retry-rules.ts';

export interface DeliveryAttempt {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly status?: number;
  readonly error?: string;
}

/** One notification on its way; `attempts` and `outcome` change as it goes. */
export interface Delivery {
  readonly notification: Notification;
  readonly attempts: DeliveryAttempt[];
  /** `withheld`: never sent, for want of an endpoint or by a mishap that was asked for. */
  outcome: 'waiting' | 'delivered' | 'given up' | 'withheld';
}

/** Delivers by EventBridge's rules until it is delivered or given up. Never rejects. */
export async function deliver(
  delivery: Delivery,
  target: NotificationTarget,
  policy: RetryPolicy,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = Date.now();
  for (;;) {
    const at = Date.now();
    let answer: Answer | undefined;
    try {
      answer = await postNotification(target, delivery.notification, { timeoutMs: policy.timeoutMs, signal });
      delivery.attempts.push({ at, status: answer.status });
    } catch (error) {
      delivery.attempts.push({ at, error: error instanceof Error ? error.message : String(error) });
      if (signal.aborted || isUnresolvable(error)) break;
    }
    if (isDelivered(answer?.status)) {
      delivery.outcome = 'delivered';
      return;
    }
    const delay = nextDelay(policy, delivery.attempts.length, Date.now() - startedAt, answer);
    if (delay === undefined) break;
    if (!(await waited(delay, signal))) break;
  }
  delivery.outcome = 'given up';
}

/** A name without an address goes straight to the dead-letter queue at EventBridge. */
function isUnresolvable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOTFOUND';
}

async function waited(delayMs: number, signal: AbortSignal): Promise<boolean> {
  return wait(delayMs, true, { signal }).catch(() => false);
}
