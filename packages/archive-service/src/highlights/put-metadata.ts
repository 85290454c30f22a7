import { setTimeout as sleep } from 'node:timers/promises';
import type { IvsControl } from '../channels/ivs-control.ts';
import type { Handle, InBand } from '../database/tables.ts';
import type { Log } from '../log.ts';
import { createCallBudget, type CallBudget } from './call-budget.ts';
import { markOffAir, markSent } from './highlights-repository.ts';

/** A whole product state on its way into the stream. */
export interface OutgoingCue {
  readonly channelArn: string;
  readonly eventId: string;
  readonly n: number;
  readonly text: string;
}

export type SendResult = Exclude<InBand, 'replaced'>;

/** Puts cues into streams, one at a time for each channel; of those that have to wait only the newest goes out. */
export interface CueSender {
  /** Resolves when IVS has answered (`sent`, `off-air`), or at once when the cue has to wait (`queued`). Never rejects. */
  send(cue: OutgoingCue): Promise<SendResult>;
  /** Sends the current cue once more, unless something else is on its way anyhow. */
  repeat(cue: OutgoingCue): Promise<void>;
  /** Resolves when nothing waits any longer; what the signal cut short comes again with the repeat. */
  idle(): Promise<void>;
}

interface Channel {
  readonly budget: CallBudget;
  /** The newest that it was given, so that none that comes late goes out after it. */
  newest: OutgoingCue | undefined;
  waiting: OutgoingCue | undefined;
  busy: boolean;
}

export interface CueSenderOptions {
  readonly db: Handle;
  readonly ivs: IvsControl;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export function createCueSender({ db, ivs, log, signal }: CueSenderOptions): CueSender {
  const channels = new Map<string, Channel>();
  const draining = new Set<Promise<void>>();

  function channelOf({ channelArn }: OutgoingCue): Channel {
    let channel = channels.get(channelArn);
    if (!channel)
      channels.set(
        channelArn,
        (channel = { budget: createCallBudget(), newest: undefined, waiting: undefined, busy: false }),
      );
    return channel;
  }

  /** One call; whoever calls has made the channel busy. */
  async function put(channel: Channel, cue: OutgoingCue): Promise<SendResult | 'throttled'> {
    channel.budget.spend(performance.now());
    try {
      const result = await ivs.putMetadata(cue.channelArn, cue.text);
      if (result === 'sent') await markSent(db, cue.eventId, cue.n, Date.now());
      if (result === 'off-air') await markOffAir(db, cue.eventId, cue.n);
      return result;
    } catch (error) {
      // The repeat brings the current cue again, so that nothing is lost but a few seconds.
      log.error({ err: error, eventId: cue.eventId, n: cue.n }, 'a highlight did not reach Amazon IVS');
      return 'queued';
    }
  }

  async function drain(channel: Channel): Promise<void> {
    try {
      while (channel.waiting) {
        await sleep(channel.budget.waitingTime(performance.now()), undefined, { signal });
        const cue = channel.waiting;
        channel.waiting = undefined;
        const result = await put(channel, cue);
        if (result === 'throttled') channel.waiting ??= cue;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      channel.busy = false;
    }
  }

  function drainLater(channel: Channel): void {
    const run = drain(channel).finally(() => draining.delete(run));
    draining.add(run);
  }

  return {
    async send(cue) {
      const channel = channelOf(cue);
      if (channel.newest?.eventId === cue.eventId && channel.newest.n > cue.n) return 'queued';
      channel.newest = cue;
      const mustWait = channel.busy || channel.budget.waitingTime(performance.now()) > 0;
      if (mustWait) {
        channel.waiting = cue;
        if (!channel.busy) {
          channel.busy = true;
          drainLater(channel);
        }
        return 'queued';
      }
      channel.busy = true;
      const result = await put(channel, cue);
      if (result === 'throttled') channel.waiting ??= cue;
      drainLater(channel);
      return result === 'throttled' ? 'queued' : result;
    },
    async repeat(cue) {
      const { busy, budget } = channelOf(cue);
      if (!busy && budget.waitingTime(performance.now()) === 0) await this.send(cue);
    },
    async idle() {
      await Promise.all([...draining]);
    },
  };
}
