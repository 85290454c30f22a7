import type { Handle } from '../../database/tables.ts';
import type { Log } from '../../log.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import { archiveLayout } from '../archive-layout.ts';
import { removeFolder } from '../remove-folder.ts';

export interface CollectOptions {
  readonly db: Handle;
  readonly store: ObjectStore;
  readonly log: Log;
  readonly config: { readonly versionGraceHours: number };
  readonly signal: AbortSignal;
}

/** Events that one run looks after at most: the next run does the rest. */
const AT_ONCE = 100;

/**
 * Removes versions that viewers have not got for longer than VERSION_GRACE_HOURS: whoever was in the middle of one has long ended. Never the one
 * that viewers get, one that an operator has restored, or one that is being made.
 * @returns how many versions were removed
 */
export async function collectVersions(options: CollectOptions, now: Date): Promise<number> {
  const { db, store, log, config, signal } = options;
  await markRetired(db, new Date(now.getTime() - config.versionGraceHours * 3_600_000));
  const rows = await db
    .selectFrom('versions')
    .select(['event_id', 'version'])
    .where('state', '=', 'collected')
    .where('removed_at', 'is', null)
    .orderBy('event_id')
    .orderBy('version')
    .limit(AT_ONCE)
    .execute();
  for (const { event_id: event, version } of rows) {
    await removeFolder(store, `${archiveLayout(event, version).folder}/`, signal);
    await db
      .updateTable('versions')
      .set({ removed_at: now })
      .where('event_id', '=', event)
      .where('version', '=', version)
      .execute();
    log.info({ event, version }, 'removed a version that nobody gets any more');
  }
  return rows.length;
}

/** First the number is given up, so that nobody shows or resumes it; then the objects can be removed, however often that is cut short. */
async function markRetired(db: Handle, before: Date): Promise<void> {
  const retired = await db
    .selectFrom('versions')
    .select(['event_id', 'version'])
    .where('state', '!=', 'collected')
    .where('retired_at', '<', before)
    .orderBy('event_id')
    .orderBy('version')
    .execute();
  for (const { event_id: id, version } of retired) {
    await db.transaction().execute(async (trx) => {
      // Whoever shows, restores or resumes a version holds this row meanwhile.
      const event = await trx
        .selectFrom('events')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!event || event.archive?.version === version || event.pinned_version === version) return;
      await trx
        .updateTable('versions')
        .set({ state: 'collected', builder: null })
        .where('event_id', '=', id)
        .where('version', '=', version)
        // It may have been taken up again since it was looked at.
        .where('retired_at', '<', before)
        .execute();
    });
  }
}
