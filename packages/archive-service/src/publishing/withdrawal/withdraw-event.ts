import type { Jobs } from '../../database/jobs.ts';
import type { EventRow, Handle } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import { archiveFolder, pointerKey } from '../archive-layout.ts';
import { removeFolder } from '../remove-folder.ts';
import { askOwner } from '../versions/former-pointers.ts';
import { confirmWithdrawal, noteLeft } from './confirm-withdrawal.ts';
import { safeFrom } from './safe-from.ts';

export interface WithdrawOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly store: ObjectStore;
}

/**
 * The job: removes all that was ever published of an event, pointers first, and looks whether anything is left. As long as a publication that was
 * running may still write, it looks again later; only then the event counts as gone.
 */
export async function withdrawEvent(
  { db, jobs, log, store }: WithdrawOptions,
  eventId: string,
  signal: AbortSignal,
): Promise<void> {
  const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst();
  if (!event?.unpublished_at) return;
  const began = new Date();
  const pointers = await pointersOf(db, jobs, event);
  for (const key of pointers) await store.remove(key, { signal });
  const folder = archiveFolder(eventId);
  await removeFolder(store, folder, signal);

  const left = await countLeft(store, pointers, folder, signal);
  await noteLeft(db, eventId, left);
  if (left > 0) throw new ServiceError('WITHDRAWAL_UNFINISHED', `${String(left)} objects are left.`);
  const safe = await safeFrom(db, event);
  const wait = Math.ceil((safe.getTime() - began.getTime()) / 1000);
  if (wait > 0) {
    // A key of its own: this job is perhaps another's second look, and must not be taken for the third.
    const key = `${eventId}:${String(began.getTime())}`;
    await jobs.send(db, 'withdraw-event', key, { eventId }, { after: wait });
    return;
  }
  await confirmWithdrawal(db, eventId, new Date());
  log.info({ event: eventId }, 'nothing is left of an unpublished event');
}

/** Those that it may have written, but for a slug that another event has taken over: that one writes its own again, since a late write of ours may stand there. */
async function pointersOf(
  db: Handle,
  jobs: Jobs,
  { id, slug, pointers }: EventRow,
): Promise<readonly string[]> {
  const keys = new Set([pointerKey(id), pointerKey(slug), ...pointers]);
  const own: string[] = [];
  for (const key of keys) if (!(await askOwner(db, jobs, key, id))) own.push(key);
  return own;
}

async function countLeft(
  store: ObjectStore,
  pointers: readonly string[],
  folder: string,
  signal: AbortSignal,
): Promise<number> {
  let left = 0;
  for (const key of pointers) if (await store.head(key, { signal })) left += 1;
  for await (const _ of store.list(folder, { signal })) left += 1;
  return left;
}
