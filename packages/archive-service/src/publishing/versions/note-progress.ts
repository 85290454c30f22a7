import { jsonb } from '../../database/json.ts';
import type { Handle, Progress } from '../../database/tables.ts';
import type { Log } from '../../log.ts';

/**
 * For the operator's eyes: a note that is lost, or late, does no harm.
 * @returns what notes how far the publication of these recordings is. One note is written at a time, and of what comes meanwhile only the last:
 * the database's connections would not keep their order, nor is it to be asked more often than it answers.
 */
export function progressNotes(
  db: Handle,
  recordings: readonly number[],
  log: Log,
): (progress: Progress) => void {
  let latest: Progress | undefined;
  let isWriting = false;

  async function write(): Promise<void> {
    isWriting = true;
    while (latest) {
      const progress = latest;
      latest = undefined;
      await db
        .updateTable('recordings')
        .set({ progress: jsonb(progress) })
        .where('id', 'in', recordings)
        .where('state', '=', 'publishing')
        .execute()
        .catch((error: unknown) => log.debug({ err: error }, 'progress was not noted'));
    }
    isWriting = false;
  }

  return (progress) => {
    latest = progress;
    if (!isWriting) void write();
  };
}
