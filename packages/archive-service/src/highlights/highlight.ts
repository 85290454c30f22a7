import type { EventRow, Handle } from '../database/tables.ts';
import { markOffAir, storeHighlight, type CueState } from './highlights-repository.ts';
import type { CueSender, SendResult } from './put-metadata.ts';

export interface Highlighted {
  readonly n: number;
  /** Of the cue's text in UTF-8. */
  readonly bytes: number;
  readonly inBand: SendResult;
}

/** The host's act: the state gets its number, is stored, and goes into the stream where there is one. */
export async function highlight(
  db: Handle,
  sender: CueSender,
  event: EventRow,
  state: CueState,
  now: Date,
): Promise<Highlighted> {
  const { cue, text, bytes } = await storeHighlight(db, event, state, now);
  const { n } = cue;
  if (event.channel_arn === null || !(await mayBeOnAir(db, event))) {
    await markOffAir(db, event.id, n);
    return { n, bytes, inBand: 'off-air' };
  }
  await db.updateTable('events').set({ cue_put_at: now }).where('id', '=', event.id).execute();
  const inBand = await sender.send({ channelArn: event.channel_arn, eventId: event.id, n, text });
  return { n, bytes, inBand };
}

/**
 * A scheduled event may be on air already, since the notification of its start may be late or lost: then IVS knows better
 * than we do. But a channel on which another event is live is not its own.
 */
async function mayBeOnAir(db: Handle, event: EventRow): Promise<boolean> {
  if (event.status === 'live') return true;
  if (event.status !== 'scheduled') return false;
  const other = await db
    .selectFrom('events')
    .select('id')
    .where('channel_arn', '=', event.channel_arn)
    .where('status', '=', 'live')
    .executeTakeFirst();
  return other === undefined;
}
