import type { Insertable, Updateable } from 'kysely';
import type { Handle, RecordingRow, Tables } from '../database/tables.ts';
import type { RecordingPlace } from './recording.ts';

export type RecordingChange = Omit<Updateable<Tables['recordings']>, 'updated_at'>;

export async function findRecording(
  handle: Handle,
  { bucket, prefix }: RecordingPlace,
): Promise<RecordingRow | undefined> {
  return handle
    .selectFrom('recordings')
    .selectAll()
    .where('bucket', '=', bucket)
    .where('prefix', '=', prefix)
    .executeTakeFirst();
}

export async function readRecording(handle: Handle, id: number): Promise<RecordingRow | undefined> {
  return handle.selectFrom('recordings').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The row of this place, made when there was none; concurrent callers get the same one, one after the other. */
export async function lockRecording(
  handle: Handle,
  recording: Insertable<Tables['recordings']>,
): Promise<RecordingRow> {
  return (
    handle
      .insertInto('recordings')
      .values(recording)
      // An update that changes nothing locks the row and returns it; DO NOTHING would return none.
      .onConflict((conflict) =>
        conflict.columns(['bucket', 'prefix']).doUpdateSet({ bucket: recording.bucket }),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
  );
}

export async function changeRecording(
  handle: Handle,
  id: number,
  change: RecordingChange,
  now: Date,
): Promise<void> {
  await handle
    .updateTable('recordings')
    .set({ ...change, updated_at: now })
    .where('id', '=', id)
    .execute();
}

/** Whether IVS is writing a recording of the event, or waits for its encoder to come back. */
export async function isStillRecorded(handle: Handle, eventId: string): Promise<boolean> {
  const running = await handle
    .selectFrom('recordings')
    .select('id')
    .where('event_id', '=', eventId)
    .where('state', '=', 'recording')
    .executeTakeFirst();
  return running !== undefined;
}

/** Those of a channel that nobody knew when they were announced. */
export async function waitingRecordings(
  handle: Handle,
  channelArn: string,
): Promise<readonly RecordingRow[]> {
  return handle
    .selectFrom('recordings')
    .selectAll()
    .where('channel_arn', '=', channelArn)
    .where('event_id', 'is', null)
    .orderBy('id')
    .execute();
}

/** What the shop's operator sees: its own recordings and, since they are nobody's yet, those of unknown channels. */
export async function listRecordings(handle: Handle, shop: string): Promise<readonly RecordingRow[]> {
  return handle
    .selectFrom('recordings')
    .selectAll()
    .where((where) => where.or([where('shop', '=', shop), where('shop', 'is', null)]))
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

/**
 * The event's recording that its archive is made of: the longest; of equally long ones the first. One that was given up is passed over.
 *
 * @param tried - the recording that is about to be published, which counts also when it was given up before
 */
export async function mainRecording(
  handle: Handle,
  eventId: string,
  tried?: number,
): Promise<RecordingRow | undefined> {
  const all = await handle
    .selectFrom('recordings')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('ended_at', 'is not', null)
    .execute();
  const rows = all.filter(({ id, state }) => state !== 'failed' || id === tried);
  return rows.sort(
    (a, b) =>
      (b.duration_ms ?? 0) - (a.duration_ms ?? 0) ||
      (a.started_at?.getTime() ?? 0) - (b.started_at?.getTime() ?? 0) ||
      (a.prefix < b.prefix ? -1 : 1),
  )[0];
}
