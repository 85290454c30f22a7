import { sql } from 'kysely';
import type { Handle } from '../../database/tables.ts';

/** Of a database that this process alone has: whoever was making a version, or moving pointers, is dead, and its writes have landed. */
export async function forgetBuilders(db: Handle): Promise<void> {
  await db
    .updateTable('versions')
    .set({ builder: null, builder_until: null })
    .where('builder', 'is not', null)
    .execute();
  await db
    .updateTable('events')
    .set({ movers: '[]' })
    .where(sql<boolean>`movers <> '[]'`)
    .execute();
}
