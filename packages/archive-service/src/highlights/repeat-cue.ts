import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCue } from '@vitrine/product-cues';
import type { Handle } from '../database/tables.ts';
import type { Log } from '../log.ts';
import { currentHighlight } from './highlights-repository.ts';
import type { CueSender } from './put-metadata.ts';

/** Milliseconds between two times that a cue goes into the stream, so that a late joiner sees it soon and a lost one heals. */
const EVERY = 5_000;
/** Milliseconds between two looks for events whose cue is due. */
const LOOK = 500;

export interface RepeatOptions {
  readonly db: Handle;
  readonly sender: CueSender;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Repeats the current cue of every live event until the signal aborts. Several processes share the work: each repeat is claimed in the database. */
export async function repeatCues({ db, sender, log, signal }: RepeatOptions): Promise<void> {
  while (!signal.aborted) {
    try {
      const due = await claimDue(db, new Date());
      await Promise.all(due.map((event) => repeat(db, sender, event)));
      await sleep(LOOK, undefined, { signal });
    } catch (error) {
      if (signal.aborted) return;
      log.error({ err: error }, 'the current cues could not be repeated');
      await sleep(LOOK, undefined, { signal }).catch(() => undefined);
    }
  }
}

interface DueEvent {
  readonly id: string;
  readonly channel_arn: string | null;
}

async function claimDue(db: Handle, now: Date): Promise<readonly DueEvent[]> {
  return db
    .updateTable('events')
    .set({ cue_put_at: now })
    .where('status', '=', 'live')
    .where('last_n', '>', 0)
    .where((where) =>
      where.or([where('cue_put_at', 'is', null), where('cue_put_at', '<=', new Date(now.getTime() - EVERY))]),
    )
    .returning(['id', 'channel_arn'])
    .execute();
}

async function repeat(db: Handle, sender: CueSender, { id, channel_arn }: DueEvent): Promise<void> {
  const current = await currentHighlight(db, id);
  if (!current || channel_arn === null) return;
  await sender.repeat({ channelArn: channel_arn, eventId: id, n: current.n, text: encodeCue(current.cue) });
}
