import type { Handle } from '../../database/tables.ts';

/** A version whose files are lost is to be made again, of what it was made of, with its number: the bytes are the same. */
export async function reopenVersion(db: Handle, eventId: string, version: number): Promise<void> {
  await db
    .updateTable('versions')
    .set({ state: 'publishing', builder: null })
    .where('event_id', '=', eventId)
    .where('version', '=', version)
    .where('state', '=', 'published')
    .execute();
}
