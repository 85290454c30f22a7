import { sql } from 'kysely';
import { jsonb } from '../../database/json.ts';
import type { Handle } from '../../database/tables.ts';
import { requestPublication } from '../request-publication.ts';
import { checkMove, type Move } from './move.ts';
import type { ShowOptions } from './show-version.ts';

/** Removes the pointer of a slug that the event no longer has, unless another event has it now. */
export async function removeFormerPointers(
  { db, jobs, store, signal }: ShowOptions,
  move: Move,
): Promise<void> {
  for (const key of move.formerKeys) {
    if (await ownerOf(db, key, move.eventId)) continue;
    await checkMove(db, move);
    await store.remove(key, { signal });
    // It may have come to have that slug, and have been published, while the removal was on its way.
    const owner = await ownerOf(db, key, move.eventId);
    if (owner !== undefined) await db.transaction().execute((trx) => requestPublication(trx, jobs, owner));
  }
}

/** Another event that has written this pointer. */
export async function ownerOf(db: Handle, key: string, eventId: string): Promise<string | undefined> {
  const owner = await db
    .selectFrom('events')
    .select('id')
    .where('id', '!=', eventId)
    .where(sql<boolean>`pointers @> ${jsonb([key])}::jsonb`)
    .executeTakeFirst();
  return owner?.id;
}
