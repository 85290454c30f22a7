import { sql } from 'kysely';
import type { Jobs } from '../../database/jobs.ts';
import { jsonb } from '../../database/json.ts';
import type { Handle } from '../../database/tables.ts';
import { namedByPointer } from '../archive-layout.ts';
import { requestPublication } from '../request-publication.ts';
import { checkMove, type Move } from './move.ts';
import type { ShowOptions } from './show-version.ts';

/**
 * Removes the pointer of a slug that the event no longer has. Where another event has it now, that one is asked to write it again: a write of ours that was on its way when the slug
 * changed hands may have come after its own.
 */
export async function removeFormerPointers(
  { db, jobs, store, signal }: ShowOptions,
  move: Move,
): Promise<void> {
  for (const key of move.formerKeys) {
    if (await askOwner(db, jobs, key, move.eventId)) continue;
    await checkMove(db, move);
    await store.remove(key, { signal });
    // It may have come to have that slug, and have been published, while the removal was on its way.
    await askOwner(db, jobs, key, move.eventId);
  }
}

/** Asks the event whose pointer this is now, where that is another one, to write it again. @returns whether there is one */
export async function askOwner(db: Handle, jobs: Jobs, key: string, eventId: string): Promise<boolean> {
  const owner = await ownerOf(db, key, eventId);
  if (owner !== undefined) await db.transaction().execute((trx) => requestPublication(trx, jobs, owner));
  return owner !== undefined;
}

/** Another event that has this name, and has written this pointer. One that only had it once has to remove it, too. */
async function ownerOf(db: Handle, key: string, eventId: string): Promise<string | undefined> {
  const name = namedByPointer(key);
  const owner = await db
    .selectFrom('events')
    .select('id')
    .where('id', '!=', eventId)
    .where((where) => where.or([where('id', '=', name), where('slug', '=', name)]))
    .where('unpublished_at', 'is', null)
    .where(sql<boolean>`pointers @> ${jsonb([key])}::jsonb`)
    .executeTakeFirst();
  return owner?.id;
}
