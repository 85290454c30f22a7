import type { JobAttempt, Jobs } from '../database/jobs.ts';
import type { PublishedLinks } from '../database/documents.ts';
import type { Handle } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import type { PointerCheckpoint, PublicationStep } from './publication.ts';
import { buildVersion } from './versions/build-version.ts';
import { claimVersion } from './versions/claim-version.ts';
import { noteFailure } from './versions/note-failure.ts';
import { reopenVersion } from './versions/reopen-version.ts';
import { holdRecordings, settleWithout } from './versions/settle.ts';
import { pinnedVersion } from './versions/pinned-version.ts';
import { showVersion } from './versions/show-version.ts';
import { highestStored, isStored } from './versions/stored-versions.ts';
import { readWish, type Wish } from './versions/wish.ts';
import { withholdRecordings } from './withdrawal/withhold-recordings.ts';

/** Called after each step of an event's publication: a test may end the process there. */
export type Checkpoint = (step: PublicationStep | PointerCheckpoint, eventId: string) => Promise<void>;

export interface PublishOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly store: ObjectStore;
  openRecordings(bucket: string): ObjectStore;
  readonly checkpoint?: Checkpoint | undefined;
}

export type PublishAttempt = JobAttempt<'publish-event'>;

/**
 * The job: makes the store show what the database says that it should show for an event. It has no orders of its own: it
 * reads what is wanted now, may be run twice, late, or beside another, and may die at any line.
 */
export async function publishEvent(options: PublishOptions, attempt: PublishAttempt): Promise<void> {
  const { db } = options;
  for (;;) {
    attempt.signal.throwIfAborted();
    const wish = await readWish(db, attempt.data.eventId);
    if (!wish || wish.event.settled >= wish.event.wanted) return;
    try {
      if (await fulfil(options, wish, attempt)) return;
    } catch (error) {
      // Interrupted, not failed: whoever comes next goes on.
      if (attempt.signal.aborted) throw error;
      // Somebody else has taken it over, and that may want less than what is wanted now.
      if (error instanceof ServiceError && error.code === 'PUBLICATION_SUPERSEDED') {
        await withdrawAgain(options, attempt);
        continue;
      }
      await noteFailure(options, wish, attempt, error);
    }
  }
}

/** Whoever makes a version of what was unpublished may have slept for longer than anybody waits, and have written since. */
async function withdrawAgain({ db, jobs }: PublishOptions, { id, data }: PublishAttempt): Promise<void> {
  const { eventId } = data;
  const event = await db
    .selectFrom('events')
    .select('unpublished_at')
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (event?.unpublished_at) await jobs.send(db, 'withdraw-event', `${eventId}:${id}`, { eventId });
}

/** @returns false when the wish has to be read again: it is not the newest any more, or a step of it is done */
async function fulfil(options: PublishOptions, wish: Wish, attempt: PublishAttempt): Promise<boolean> {
  const { db, store } = options;
  const { event, recordings, isStillRecorded } = wish;
  if (event.unpublished_at) {
    await withholdRecordings(db, event.id, event.unpublish_reason ?? '', new Date());
    return settleWithout(db, wish);
  }
  const show = (links: PublishedLinks, settles: boolean): Promise<boolean> =>
    showVersion({ ...options, signal: attempt.signal }, wish, { links, settles });

  const pinned = await pinnedVersion(db, wish, options.log);
  if (pinned) return show(pinned, true);
  if (isStillRecorded || recordings.length === 0) {
    if (isStillRecorded) await holdRecordings(db, wish);
    return event.archive ? show(event.archive, true) : settleWithout(db, wish);
  }
  const stored = await highestStored(store, event.id, attempt.signal);
  const claim = await claimVersion(db, wish, attempt.id, stored, new Date());
  switch (claim.kind) {
    case 'changed':
      return false;
    case 'published':
      if (!claim.version.links) throw new ServiceError('INTERNAL', 'A published version has no links.');
      if (!(await isStored(store, event.id, claim.version.version, attempt.signal))) {
        options.log.warn(
          { event: event.id, version: claim.version.version },
          'made again: the store has lost it',
        );
        await reopenVersion(db, event.id, claim.version.version);
        return false;
      }
      return show(claim.version.links, true);
    case 'joined':
      // What is being made will settle this; until then, what there is follows the catalogue.
      if (event.archive) await show(event.archive, false);
      return true;
    case 'build':
      await buildVersion(options, claim, attempt.signal);
      return false;
  }
}
