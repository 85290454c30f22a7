import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { jsonb } from '../../database/json.ts';
import type { Handle, VersionRow } from '../../database/tables.ts';
import type { Publication } from '../publication.ts';
import type { MediaInputs } from './inputs-key.ts';
import { reasonOf } from './inputs-key.ts';
import { leaseEnd, type Build } from './build.ts';
import { lockWish } from './lock-wish.ts';
import type { Wish } from './wish.ts';

/**
 * `build`: it is the caller's to make · `published`: it is made · `joined`: another job is making it now · `changed`: the wish is no longer the newest.
 */
export type Claim =
  | { readonly kind: 'build'; readonly build: Build; readonly publication: Publication }
  | { readonly kind: 'published'; readonly version: VersionRow }
  | { readonly kind: 'joined' }
  | { readonly kind: 'changed' };

/**
 * Gives the wish its version: the one that was made of the same, or was being made of it when that was interrupted; otherwise the next.
 * @param jobId - of the job that asks: what an earlier attempt of it was making is its own
 * @param stored - the highest version that the store has: no new one is given its number, or a lower one
 */
export async function claimVersion(
  db: Handle,
  wish: Wish,
  jobId: string,
  stored: number,
  now: Date,
): Promise<Claim> {
  const { event, recordings, inputs, key } = wish;
  return db.transaction().execute(async (trx): Promise<Claim> => {
    if (!(await lockWish(trx, wish))) return { kind: 'changed' };
    const versions = await trx
      .selectFrom('versions')
      .selectAll()
      // The database's clock: the builder may be on another machine.
      .select(sql<boolean | null>`builder_until > now()`.as('alive'))
      .where('event_id', '=', event.id)
      .orderBy('version')
      .execute();
    const same = versions.findLast(({ inputs_key, state }) => inputs_key === key && state !== 'collected');
    if (same?.state === 'published') return { kind: 'published', version: same };
    if (same && isAlive(same, jobId)) return { kind: 'joined' };

    const version = same?.version ?? Math.max(stored, ...versions.map((row) => row.version)) + 1;
    const builder = `${jobId}/${randomUUID()}`;
    const lease = { builder, builder_until: leaseEnd };
    const before = versions.findLast(({ state, inputs: made }) => state === 'published' && made !== null);
    const row = await trx
      .insertInto('versions')
      .values({
        event_id: event.id,
        version,
        inputs: jsonb({ ...inputs, version }),
        inputs_key: key,
        state: 'publishing',
        reason: reasonOf(inputs, before?.inputs as MediaInputs | undefined),
        ...lease,
      })
      // What was frozen when it began stays as it was.
      .onConflict((conflict) =>
        conflict.columns(['event_id', 'version']).doUpdateSet({ ...lease, retired_at: null }),
      )
      .returning('inputs')
      .executeTakeFirstOrThrow();
    // As the database gives it back, now and when it is resumed: its fields are in one order then, and so are the bytes.
    const publication = row.inputs as Publication;
    // What else was being made is not wanted any more; its builder finds that out at its next look.
    await trx
      .updateTable('versions')
      .set({ builder: null, retired_at: now })
      .where('event_id', '=', event.id)
      .where('version', '!=', version)
      .where('state', '=', 'publishing')
      .where('retired_at', 'is', null)
      .execute();
    const fresh = recordings.filter(({ state }) => state !== 'published').map(({ id }) => id);
    if (fresh.length > 0) {
      await trx
        .updateTable('recordings')
        .set({ state: 'publishing', problem: null, updated_at: now })
        .where('id', 'in', fresh)
        .execute();
    }
    return { kind: 'build', build: { eventId: event.id, version, builder }, publication };
  });
}

/** Whether somebody else is at work. What this job itself was making has been interrupted. */
function isAlive(
  { builder, alive }: VersionRow & { readonly alive: boolean | null },
  jobId: string,
): boolean {
  return builder !== null && alive === true && !builder.startsWith(`${jobId}/`);
}
