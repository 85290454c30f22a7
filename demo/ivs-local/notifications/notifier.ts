import { setTimeout as wait } from 'node:timers/promises';
import type { NotificationFaults } from '../mishaps/notification-faults.ts';
import { deliver, type Delivery } from './delivery.ts';
import type { Notification } from './envelope.ts';
import type { NotificationTarget } from './post-notification.ts';
import type { RetryPolicy } from './retry-rules.ts';

/** Sends notifications and keeps a log of all of them. Without a target they are only logged. */
export class Notifier {
  /** Every notification so far, in the order in which they arose. */
  readonly deliveries: Delivery[] = [];
  readonly #target: NotificationTarget | undefined;
  readonly #policy: RetryPolicy;
  readonly #signal: AbortSignal;
  readonly #running = new Set<Promise<void>>();
  readonly #heldBack = new Map<string, Notification[]>();

  constructor(target: NotificationTarget | undefined, policy: RetryPolicy, signal: AbortSignal) {
    this.#target = target;
    this.#policy = policy;
    this.#signal = signal;
  }

  send(notification: Notification, faults: NotificationFaults = {}): void {
    if (faults.disordered === true) {
      const [channelArn = ''] = notification.resources;
      this.#heldBack.set(channelArn, [...(this.#heldBack.get(channelArn) ?? []), notification]);
      return;
    }
    for (let copy = 0; copy < (faults.copies ?? 1); copy += 1) this.#start(notification, faults);
  }

  /** Sends what was kept back for a channel, last first. */
  release(channelArn: string, faults: NotificationFaults): void {
    const held = this.#heldBack.get(channelArn) ?? [];
    this.#heldBack.delete(channelArn);
    for (const notification of held.toReversed()) this.send(notification, { ...faults, disordered: false });
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #start(notification: Notification, faults: NotificationFaults): void {
    const delivery: Delivery = { notification, attempts: [], outcome: 'waiting' };
    this.deliveries.push(delivery);
    if (faults.never === true || this.#target === undefined) {
      delivery.outcome = 'withheld';
      return;
    }
    const target = this.#target;
    const run = async () => {
      const late = (faults.delaySeconds ?? 0) * 1000;
      if (late > 0) await wait(late, undefined, { signal: this.#signal }).catch(() => undefined);
      await deliver(delivery, target, this.#policy, this.#signal);
    };
    const running = run().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
