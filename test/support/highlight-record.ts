import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Show } from './show.ts';
import type { System } from './system.ts';

/**
 * Empties the service's own record of an event's highlights, so that only the recording can tell what was shown.
 * The embedded database has one owner: the service is stopped meanwhile.
 */
export async function emptyHighlightRecord(system: System, show: Show): Promise<void> {
  await system.service.stop();
  const database = await PGlite.create(join(system.environment['DATA_DIR'] ?? '', 'postgres'));
  try {
    const { affectedRows = 0 } = await database.query('delete from highlights where event_id = $1', [
      show.eventId,
    ]);
    if (affectedRows === 0) throw new Error('there was no record of highlights to empty');
  } finally {
    await database.close();
  }
  await system.service.start();
}
