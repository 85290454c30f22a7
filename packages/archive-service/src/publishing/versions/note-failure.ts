import type { Handle, RecordingRow } from '../../database/tables.ts';
import { messageOf, ServiceError, type ErrorCode } from '../../errors.ts';
import { isRefusal, isRefused } from '../../recordings/is-refused.ts';
import type { PublishAttempt, PublishOptions } from '../publish-event.ts';
import { lockWish } from './lock-wish.ts';
import { showVersion } from './show-version.ts';
import type { Wish } from './wish.ts';

/** The next attempt would read the same, and fail the same. */
const HOPELESS: readonly ErrorCode[] = ['RECORDING_INVALID', 'MEDIA_UNSUPPORTED'];
/** It is about the recording that they name; anything else, such as a store that does not answer, is met while reading one. */
const BLAMED: readonly ErrorCode[] = [
  ...HOPELESS,
  'RECORDING_MISSING',
  'RECORDING_UNFINISHED',
  'SEGMENT_MISSING',
];
/** Attempts after which one recording no longer holds up the event's others. */
const PATIENCE = 3;
/** Milliseconds after which the sweep looks whether files are there for want of which something was given up. */
export const LOOK_AGAIN = 3_600_000;

/**
 * Says in the database what went wrong. Resolves when the publication can go on without what cannot be published.
 * @throws the error itself, when it is to be tried again
 */
export async function noteFailure(
  options: PublishOptions,
  wish: Wish,
  attempt: PublishAttempt,
  error: unknown,
): Promise<void> {
  const { db, log } = options;
  const { id: event } = wish.event;
  const problem = describe(error);
  const code = error instanceof ServiceError ? error.code : undefined;
  const isHopeless = code !== undefined && HOPELESS.includes(code);
  const hasOthers = wish.recordings.length > 1;
  const isPatienceOver = attempt.failures + 1 >= PATIENCE;
  const blamed = culpritOf(wish, error);
  const refused =
    isPatienceOver && !blamed ? await refusedOf(options, wish, error, attempt.signal) : undefined;
  const culprit = blamed ?? refused;
  const givesUp = isHopeless || attempt.isLast || (hasOthers && isPatienceOver);
  log.error({ err: error, event, recording: culprit?.prefix, givesUp }, 'an event could not be published');

  if (culprit && givesUp) {
    const lookAgainAt = isHopeless ? null : new Date(Date.now() + LOOK_AGAIN);
    if (culprit.state === 'published')
      return keepShown(options, wish, attempt, { culprit, problem, lookAgainAt });
    const isRefusal = refused !== undefined;
    return giveUpRecording(db, culprit, problem, isRefusal, isRefusal ? null : lookAgainAt);
  }
  if (code === 'EDIT_INVALID' || isHopeless) return giveUpWish(db, wish, problem);
  // What has nothing to do with a recording, such as a store that is away, is never given up: the sweep asks again.
  await retryLater(db, wish, problem);
  throw error;
}

/** The recording that cannot be published, where the error names it or there is only one. */
function culpritOf({ recordings }: Wish, error: unknown): RecordingRow | undefined {
  if (!(error instanceof ServiceError) || !BLAMED.includes(error.code)) return undefined;
  const named = error.details?.['recording'];
  if (named !== undefined) return recordings.find(({ id }) => id === named);
  return HOPELESS.includes(error.code) && recordings.length === 1 ? recordings[0] : undefined;
}

/** The recording that its bucket refuses, where the event has others that are not refused: where all are, to give one up would help none, and a lone one is published as soon as it can be. */
async function refusedOf(
  { openRecordings }: PublishOptions,
  { recordings }: Wish,
  error: unknown,
  signal: AbortSignal,
): Promise<RecordingRow | undefined> {
  if (!(error instanceof ServiceError) || !isRefusal(error)) return undefined;
  const named = recordings.find(({ id }) => id === error.details?.['recording']);
  for (const other of recordings) {
    // Of one that nobody can say anything about now, it is not known that to go on without the other would help.
    if (named && other !== named && !(await isRefused(openRecordings, other, signal).catch(() => true)))
      return named;
  }
  return undefined;
}

/** The operator reads this: what broke inside is for the log. */
function describe(error: unknown): string {
  if (error instanceof ServiceError) return messageOf(error);
  return `Something went wrong here, and is tried again: ${messageOf(error)}`;
}

async function giveUpRecording(
  db: Handle,
  { id, event_id: event }: RecordingRow,
  problem: string,
  refused: boolean,
  lookAgainAt: Date | null,
): Promise<void> {
  const now = new Date();
  const comesBack = refused
    ? ' The event is published without it, and with it as soon as it can be read.'
    : lookAgainAt
      ? HOURLY
      : '';
  await db.transaction().execute(async (trx) => {
    // What was being made had this recording in it. Files of it may be copied already: they go with the version, unless somebody publishes the recording by hand before.
    await trx
      .updateTable('versions')
      .set({ retired_at: now })
      .where('event_id', '=', event)
      .where('state', '=', 'publishing')
      .where('builder', 'is', null)
      .where('retired_at', 'is', null)
      .execute();
    await trx
      .updateTable('recordings')
      .set({
        state: 'failed',
        problem: problem + comesBack,
        refused,
        look_again_at: lookAgainAt,
        progress: null,
        updated_at: now,
      })
      .where('id', '=', id)
      .execute();
  });
}

const HOURLY = ' Whether that is over is looked at every hour.';

interface MissingInShown {
  readonly culprit: RecordingRow;
  readonly problem: string;
  readonly lookAgainAt: Date | null;
}

/** Nothing is taken from viewers because it cannot be read a second time: they keep the version that they have, with the catalogue of now. */
async function keepShown(
  options: PublishOptions,
  wish: Wish,
  { signal }: PublishAttempt,
  { culprit, problem, lookAgainAt }: MissingInShown,
): Promise<void> {
  const { db } = options;
  const { archive } = wish.event;
  const isShown =
    !archive || (await showVersion({ ...options, signal }, wish, { links: archive, settles: false }));
  if (!isShown) return;
  const text = `${problem} Viewers keep what they have.${lookAgainAt ? HOURLY : ''}`;
  await giveUpWish(db, wish, text, { culprit, lookAgainAt });
}

/** What viewers have stays as it is, until somebody asks for something else. */
async function giveUpWish(
  db: Handle,
  wish: Wish,
  problem: string,
  missing?: Pick<MissingInShown, 'culprit' | 'lookAgainAt'>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Somebody may have asked for these recordings again meanwhile: they are not given up then.
    if (!(await lockWish(trx, wish))) return;
    await setUnpublished(trx, wish, 'failed', problem);
    if (missing) {
      // Each of those given up too: the next version without them ends the look at the culprit.
      const { culprit, lookAgainAt } = missing;
      const ids = wish.recordings.filter(({ id, state }) => id === culprit.id || state !== 'published');
      await trx
        .updateTable('recordings')
        .set({ look_again_at: lookAgainAt })
        .where(
          'id',
          'in',
          ids.map(({ id }) => id),
        )
        .execute();
    }
    await trx
      .updateTable('events')
      .set({ problem, settled: wish.event.wanted })
      .where('id', '=', wish.event.id)
      .execute();
  });
}

async function retryLater(db: Handle, wish: Wish, problem: string): Promise<void> {
  await setUnpublished(db, wish, 'retrying', problem);
  await db.updateTable('events').set({ problem }).where('id', '=', wish.event.id).execute();
}

async function setUnpublished(
  db: Handle,
  { recordings }: Wish,
  state: 'failed' | 'retrying',
  problem: string,
): Promise<void> {
  if (recordings.length === 0) return;
  await db
    .updateTable('recordings')
    .set({ state, problem, updated_at: new Date() })
    .where(
      'id',
      'in',
      recordings.map(({ id }) => id),
    )
    .where('state', '!=', 'published')
    .execute();
}
