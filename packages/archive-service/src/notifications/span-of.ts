import type { EventRow } from '../database/tables.ts';
import type { EventSpan } from '../recordings/find-event.ts';

/** A row as the search for a channel's event wants it. */
export const spanOf = (row: EventRow): EventSpan & { readonly row: EventRow } => ({
  id: row.id,
  startsAt: row.starts_at,
  startedAt: row.started_at,
  // While it is live, an end is one that its stream has come back from.
  endedAt: row.status === 'live' ? null : row.ended_at,
  createdAt: row.created_at,
  row,
});
