import type { Jobs } from '../database/jobs.ts';
import type { Handle } from '../database/tables.ts';
import { turnKey } from './channel-history.ts';
import { readFact, type StreamFact } from './fact.ts';
import { readNotification } from './notification.ts';
import { settleChannel, type SettledChannel } from './settle-channel.ts';

interface HeardOfStream {
  readonly id: string;
  readonly time: Date;
  readonly fact: StreamFact;
}

/** Notifications that one job acts on. */
const MANY = 1_000;

/**
 * Acts on what was heard of a channel's streams: on this, and on whatever else of the kind is stored and waits, since telling the channel's history once
 * does for all. The caller holds the lock of the channel.
 * @returns what came of each, in a sentence
 */
export async function actOnStreams(
  trx: Handle,
  jobs: Jobs,
  channelArn: string,
  heard: HeardOfStream,
): Promise<ReadonlyMap<string, string>> {
  const all = new Map([heard, ...(await waitingOf(trx, channelArn))].map((one) => [one.id, one]));
  const times = Array.from(all.values(), ({ time }) => time.getTime());
  const settled = await settleChannel(trx, jobs, channelArn, new Date(Math.min(...times)));
  return new Map(Array.from(all.values(), (one) => [one.id, tell(one, settled)]));
}

async function waitingOf(trx: Handle, channelArn: string): Promise<readonly HeardOfStream[]> {
  const rows = await trx
    .selectFrom('notifications')
    .select(['id', 'time', 'notification'])
    .where('channel_arn', '=', channelArn)
    .where('detail_type', '=', 'IVS Stream State Change')
    .where('acted_at', 'is', null)
    .orderBy('time')
    .limit(MANY)
    .execute();
  return rows.flatMap(({ id, time, notification }) => {
    const fact = readFact(readNotification(notification));
    return fact.kind === 'stream' ? [{ id, time, fact }] : [];
  });
}

function tell({ fact, time }: HeardOfStream, settled: SettledChannel | undefined): string {
  const { channelArn, streamId, turn, name } = fact;
  if (!settled) return `The channel ${channelArn} is unknown.`;
  const moved = settled.history.moved.get(turnKey({ kind: turn, time, streamId }));
  const event = settled.events.get(moved ?? '');
  const unrecorded = name === 'Recording Start Failure' ? ' Amazon IVS does not record this stream.' : '';
  if (!event) return `No event of this channel was on at this time.${unrecorded}`;
  return `The event ${event.slug} is ${event.status}.${unrecorded}`;
}
