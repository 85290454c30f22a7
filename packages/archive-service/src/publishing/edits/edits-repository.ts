import { createHash } from 'node:crypto';
import { NO_EDITS, type Edits, type Outline } from '../../database/documents.ts';
import type { Jobs } from '../../database/jobs.ts';
import { jsonb } from '../../database/json.ts';
import type { EventRow, Handle } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import { requestPublication } from '../request-publication.ts';
import { checkEditWish } from './check-edit-wish.ts';
import { toEdits, type EditWish } from './edit-wish.ts';
import { landEdits, type Landed } from './land-edits.ts';

/**
 * The uncut replay that edits are about: that of the version which viewers get.
 * @throws ServiceError `NOT_PUBLISHED`
 */
export async function readOutline(handle: Handle, { id, archive }: EventRow): Promise<Outline> {
  if (!archive) throw new ServiceError('NOT_PUBLISHED');
  const row = await handle
    .selectFrom('versions')
    .select('outline')
    .where('event_id', '=', id)
    .where('version', '=', archive.version)
    .executeTakeFirst();
  if (row?.outline) return row.outline;
  throw new ServiceError(
    'NOT_PUBLISHED',
    'An older release has published this archive: have it published again, and it can be edited.',
  );
}

export interface Edited {
  readonly outline: Outline;
  readonly landed: Landed;
  /** Of the wish to publish: when that is settled, viewers get it. */
  readonly generation: number;
  /** The version that was restored, and is no longer kept. */
  readonly unpinned: number | null;
}

/**
 * Puts edits in the place of those that the event has, and asks for its publication.
 * @param expected - the tag of the edits that these are to replace; `undefined`: whatever is there
 * @throws ServiceError `NOT_PUBLISHED`, `EDIT_INVALID`, `EVENT_UNPUBLISHED`, `EDITS_CHANGED`
 */
export async function putEdits(
  db: Handle,
  jobs: Jobs,
  eventId: string,
  wish: EditWish,
  now: Date,
  expected?: string,
): Promise<Edited> {
  return db.transaction().execute(async (trx) => {
    const event = await trx
      .selectFrom('events')
      .selectAll()
      .where('id', '=', eventId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (event.unpublished_at) throw new ServiceError('EVENT_UNPUBLISHED');
    if (expected !== undefined && expected !== editsTag(event)) throw new ServiceError('EDITS_CHANGED');
    const outline = await readOutline(trx, event);
    checkEditWish(wish, outline.duration);
    const landed = landEdits(wish, outline);
    const edits = toEdits(wish, outline);
    if (!isSame(edits, event.edits ?? NO_EDITS)) {
      await trx
        .updateTable('events')
        .set({ edits: jsonb(edits), edited_at: now, pinned_version: null, pinned_key: null })
        .where('id', '=', eventId)
        .execute();
    } else if (event.pinned_version !== null) {
      await trx
        .updateTable('events')
        .set({ pinned_version: null, pinned_key: null })
        .where('id', '=', eventId)
        .execute();
    }
    const generation = await requestPublication(trx, jobs, eventId);
    return { outline, landed, generation, unpinned: event.pinned_version };
  });
}

/** The same for the same edits. */
export const editsTag = ({ edits }: Pick<EventRow, 'edits'>): string =>
  createHash('sha256')
    .update(inOrder(edits ?? NO_EDITS))
    .digest('hex')
    .slice(0, 32);

/** Edits have few and short fields: two orders of them are two texts, as the database has its own. */
const isSame = (a: Edits, b: Edits): boolean => inOrder(a) === inOrder(b);
const inOrder = ({ start, end, cuts, poster, cues }: Edits): string =>
  JSON.stringify([
    [start, end, poster].map((place) => place && [place.recording, place.time]),
    cuts.map(({ from, to }) => [from.recording, from.time, to.recording, to.time]),
    cues.map(({ n, at }) => [n, at.recording, at.time]),
  ]);
