import { LEASE, type Jobs } from '../../database/jobs.ts';
import { jsonb } from '../../database/json.ts';
import type { EventRow, Handle, Mover, VersionRow } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import type { Publication } from '../publication.ts';
import { requestPublication, sendPublication } from '../request-publication.ts';
import type { Move } from './move.ts';
import type { Shown } from './show-version.ts';
import type { Wish } from './wish.ts';

/** Seconds after which a write that was on its way when its process died has landed, or never will. */
export const LANDED = LEASE + 15;

/**
 * Stores what viewers get now.
 * @throws ServiceError `PUBLICATION_SUPERSEDED`, and stores nothing
 */
export async function recordShown(
  db: Handle,
  jobs: Jobs,
  { event: { id, wanted }, inputs, isStillRecorded }: Wish,
  { links, settles }: Shown,
  { token, keys }: Move,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const version = await readVersion(trx, id, links.version);
    await markPublished(trx, version, now);
    const event = await trx
      .selectFrom('events')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (event?.fence !== token) throw new ServiceError('PUBLICATION_SUPERSEDED');
    const { startedAt, endedAt } = links;
    const others = event.movers.filter((mover) => mover.token !== token);
    const isDisturbed = event.movers.some((mover) => mover.token === token && mover.disturbed);
    // A write that lands late may be one of a slug that the event had then: it is looked after once more.
    const isAskedAgain = isDisturbed || others.length > 0;
    await trx
      .updateTable('events')
      .set({
        status: isBackOnAir(event, endedAt, isStillRecorded) ? 'live' : 'archived',
        archive: jsonb(links),
        updated_at: new Date(inputs.updatedAt),
        pointers: jsonb(isAskedAgain ? event.pointers : keys),
        movers: '[]',
        ...(settles && { settled: wanted, problem: null }),
        ...(startedAt !== undefined && !event.started_at && { started_at: new Date(startedAt) }),
        ...(endedAt !== undefined && !event.ended_at && { ended_at: new Date(endedAt) }),
      })
      .where('id', '=', id)
      .execute();
    await retireOthers(trx, id, links.version, now);
    if (isDisturbed) await requestPublication(trx, jobs, id);
    // A move that was cut short may still write: the pointers are moved once more when it no longer can.
    else if (others.length > 0) await requestPublication(trx, jobs, id, secondsUntilLanded(others, now));
    // Whoever asked while this version was being made may have left the rest to us.
    else if (settles && event.wanted !== wanted) await sendPublication(trx, jobs, id, event.wanted);
  });
}

/**
 * Whether the channel went on air once more after all that is shown: then viewers want what is live, and the host's highlights have to reach them.
 * @param shownUntil - ISO 8601; `undefined` where the recordings do not say
 */
function isBackOnAir(
  { status, resumed_at }: EventRow,
  shownUntil: string | undefined,
  isStillRecorded: boolean,
): boolean {
  if (status !== 'live') return false;
  return shownUntil === undefined
    ? isStillRecorded
    : resumed_at !== null && resumed_at > new Date(shownUntil);
}

const secondsUntilLanded = (movers: readonly Mover[], now: Date): number =>
  Math.max(1, Math.ceil(LANDED - Math.min(...movers.map(({ since }) => now.getTime() - since)) / 1000));

async function readVersion(trx: Handle, eventId: string, version: number): Promise<VersionRow | undefined> {
  return trx
    .selectFrom('versions')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('version', '=', version)
    .executeTakeFirst();
}

async function markPublished(trx: Handle, version: VersionRow | undefined, now: Date): Promise<void> {
  const inputs = version?.inputs as Publication | null | undefined;
  const ids = inputs?.recordings.map(({ id }) => id) ?? [];
  if (ids.length === 0) return;
  await trx.selectFrom('recordings').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
  await trx
    .updateTable('recordings')
    .set({ state: 'published', problem: null, progress: null, look_again_at: null, updated_at: now })
    .where('id', 'in', ids)
    .where((where) =>
      where.or([
        where('state', '!=', 'published'),
        where('problem', 'is not', null),
        where('look_again_at', 'is not', null),
      ]),
    )
    .execute();
}

async function retireOthers(trx: Handle, eventId: string, version: number, now: Date): Promise<void> {
  const versions = trx
    .updateTable('versions')
    .where('event_id', '=', eventId)
    .where('state', '=', 'published');
  await versions.set({ retired_at: null }).where('version', '=', version).execute();
  await versions
    .set({ retired_at: now })
    .where('version', '!=', version)
    .where('retired_at', 'is', null)
    .execute();
}
