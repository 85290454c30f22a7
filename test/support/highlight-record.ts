import { openEmbedded } from '../../packages/archive-service/src/database/open-database.ts';
import type { Show } from './show.ts';
import type { System } from './system.ts';

/**
 * Empties the service's own record of an event's highlights, so that only the recording can tell what was shown.
 * The embedded database has one owner: the service is stopped meanwhile.
 */
export async function emptyHighlightRecord(system: System, show: Show): Promise<void> {
  await system.service.stop();
  const { DATA_DIR } = system.environment;
  if (!DATA_DIR) throw new Error('the system has no DATA_DIR');
  const database = await openEmbedded(DATA_DIR);
  try {
    await database.db.deleteFrom('highlights').where('event_id', '=', show.eventId).execute();
  } finally {
    await database.close();
  }
  await system.service.start();
}
