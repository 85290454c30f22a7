import type { Jobs } from '../../database/jobs.ts';
import type { PublishedLinks } from '../../database/documents.ts';
import type { Handle } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import type { Checkpoint } from '../publish-event.ts';
import { movePointers } from '../steps/move-pointer.ts';
import { beginMove, checkMove, overtaken } from './move.ts';
import { recordShown } from './record-shown.ts';
import { removeFormerPointers } from './former-pointers.ts';
import type { Wish } from './wish.ts';

export interface ShowOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly store: ObjectStore;
  readonly signal: AbortSignal;
  readonly checkpoint?: Checkpoint | undefined;
}

/** A version that is made, or what an older release left of one. */
export interface Shown {
  readonly links: PublishedLinks;
  /** Whether that is what the wish asks for; otherwise it is what there is until then. */
  readonly settles: boolean;
}

/**
 * Moves the event's pointers to a version, with the catalogue as it is now.
 * @returns false when something else was asked for in the meantime, and the wish has to be read again
 */
export async function showVersion(options: ShowOptions, wish: Wish, shown: Shown): Promise<boolean> {
  const { db, jobs, store, signal, checkpoint } = options;
  const move = await beginMove(db, wish, shown.links.version, new Date());
  if (!move) return false;
  try {
    const fence = (): Promise<void> => checkMove(db, move);
    await movePointers(wish.inputs.event, shown.links, {
      store,
      signal,
      fence,
      ...(checkpoint && { checkpoint: (step) => checkpoint(step, wish.event.id) }),
    });
    await removeFormerPointers(options, move);
    await recordShown(db, jobs, wish, shown, move, new Date());
    return true;
  } catch (error) {
    if (!isSuperseded(error)) throw error;
    return overtaken(db, jobs, move);
  }
}

const isSuperseded = (error: unknown): boolean =>
  error instanceof ServiceError && error.code === 'PUBLICATION_SUPERSEDED';
