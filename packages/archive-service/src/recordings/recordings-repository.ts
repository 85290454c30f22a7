import type { Insertable, Updateable } from 'kysely';
import type { Handle, RecordingRow, Tables } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
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

/**
 * One that the shop's operator may see: its own, or nobody's yet.
 * @throws ServiceError `RECORDING_NOT_FOUND`
 */
export async function readRecordingOfShop(handle: Handle, shop: string, id: number): Promise<RecordingRow> {
  const row = await readRecording(handle, id);
  if (!row || (row.shop !== null && row.shop !== shop))
    throw new ServiceError('RECORDING_NOT_FOUND', `There is no recording ${String(id)}.`);
  return row;
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

/** The recording of the event that IVS is writing, or that waits for its encoder to come back. */
export async function runningRecording(handle: Handle, eventId: string): Promise<RecordingRow | undefined> {
  return handle
    .selectFrom('recordings')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('state', '=', 'recording')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
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
    .where('state', '=', 'waiting')
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

/** All that are known to belong to the event, whatever has become of them. */
export async function recordingsOfEvent(handle: Handle, eventId: string): Promise<readonly RecordingRow[]> {
  return handle.selectFrom('recordings').selectAll().where('event_id', '=', eventId).orderBy('id').execute();
}
