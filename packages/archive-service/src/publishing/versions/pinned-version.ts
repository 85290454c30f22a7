import type { PublishedLinks } from '../../database/documents.ts';
import type { Handle } from '../../database/tables.ts';
import type { Log } from '../../log.ts';
import type { Wish } from './wish.ts';

/**
 * The version that an operator restored. It stands in for what would be published otherwise, and for nothing that comes later: a recording, an edit.
 * @returns `undefined` when there is none, or none any more
 */
export async function pinnedVersion(
  db: Handle,
  { event, key }: Wish,
  log: Log,
): Promise<PublishedLinks | undefined> {
  const { id, pinned_version: version, pinned_key } = event;
  if (version === null) return undefined;
  const row = await db
    .selectFrom('versions')
    .select(['links', 'state'])
    .where('event_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (pinned_key === key && row?.state === 'published' && row.links) return row.links;
  await db
    .updateTable('events')
    .set({ pinned_version: null, pinned_key: null })
    .where('id', '=', id)
    .where('pinned_version', '=', version)
    .where('wanted', '=', event.wanted)
    .execute();
  log.info({ event: id, version }, 'a restored version is no longer kept: recordings or edits came after it');
  return undefined;
}
