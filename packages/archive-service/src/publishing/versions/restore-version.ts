import type { Jobs } from '../../database/jobs.ts';
import type { Handle } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import { eventNotFound } from '../../events/events-repository.ts';
import { requestPublication } from '../request-publication.ts';
import { readWish } from './wish.ts';

/**
 * Has viewers get an earlier version again, until recordings or edits come after it.
 * @returns the generation that is wanted now
 * @throws ServiceError `VERSION_NOT_FOUND`, `VERSION_UNAVAILABLE`, `EVENT_UNPUBLISHED`
 */
export async function restoreVersion(
  db: Handle,
  jobs: Jobs,
  eventId: string,
  version: number,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('events').select('id').where('id', '=', eventId).forUpdate().execute();
    const wish = await readWish(trx, eventId);
    if (!wish) throw eventNotFound(eventId);
    if (wish.event.unpublished_at) throw new ServiceError('EVENT_UNPUBLISHED');
    const row = await trx
      .selectFrom('versions')
      .selectAll()
      .where('event_id', '=', eventId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (!row) throw new ServiceError('VERSION_NOT_FOUND', `This event has no version ${String(version)}.`);
    if (row.state !== 'published' || !row.links)
      throw new ServiceError(
        'VERSION_UNAVAILABLE',
        `Version ${String(version)} cannot be shown: ${WHY[row.state]}`,
      );
    // What is asked for anyway need not be kept.
    const isWanted = row.inputs_key === wish.key;
    await trx
      .updateTable('events')
      .set(
        isWanted
          ? { pinned_version: null, pinned_key: null }
          : { pinned_version: version, pinned_key: wish.key },
      )
      .where('id', '=', eventId)
      .execute();
    return requestPublication(trx, jobs, eventId);
  });
}

const WHY = {
  publishing: 'it is not made yet.',
  published: 'an older release made it, and nobody knows what it held.',
  collected: 'its objects were removed when its time was over.',
} as const;
