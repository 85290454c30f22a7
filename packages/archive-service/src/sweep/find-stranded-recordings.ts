import { requestPublication } from '../publishing/request-publication.ts';
import type { Look } from './sweep.ts';

/** Milliseconds within which a recording's publication is on its way. */
const SOON = 600_000;

/** Events that one sweep takes up. */
const MANY = 100;

/** Looks for recordings that have ended and are not published, of events of which nobody wants anything. */
export const findStrandedRecordings: Look = async ({ db, jobs }, report) => {
  const stranded = await db
    .selectFrom('recordings')
    .innerJoin('events', 'events.id', 'recordings.event_id')
    .select('events.id')
    .distinct()
    .where('recordings.state', 'in', ['ended', 'publishing', 'retrying'])
    .where('recordings.updated_at', '<', new Date(Date.now() - SOON))
    .whereRef('events.wanted', '=', 'events.settled')
    .where('events.unpublished_at', 'is', null)
    .where('events.pinned_version', 'is', null)
    // It is published together with one that still runs.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('recordings as running')
            .select('running.id')
            .whereRef('running.event_id', '=', 'events.id')
            .where('running.state', '=', 'recording'),
        ),
      ),
    )
    .limit(MANY)
    .execute();
  for (const { id } of stranded) {
    await db.transaction().execute((trx) => requestPublication(trx, jobs, id));
    report('recordings stranded', { event: id });
  }
};
