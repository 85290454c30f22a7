import type { Handle, VersionRow } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import { findRecordingByName } from '../operator/find-recording.ts';
import type { Publication } from '../publication.ts';
import { endedAnyway, readWish } from '../versions/wish.ts';

/** What a publication of an event would be made of now. */
export interface RehearsalPlan {
  readonly publication: Publication;
  /** The number's version is there already, and would only be shown. */
  readonly isMade: boolean;
  /** An operator restored it: it is shown instead of what else would be. */
  readonly isRestored: boolean;
  /** What viewers get now. */
  readonly current: number | null;
  /** Why nothing would be published now, though a trial can be made. */
  readonly waits: string | null;
}

/**
 * Changes nothing: the number of the version is the one that it would get.
 * @param name - the recording's number or prefix; it is taken in, also when it was given up
 * @throws ServiceError `RECORDING_NOT_FOUND`, `NOTHING_TO_PUBLISH`, `EVENT_UNPUBLISHED`
 */
export async function planRehearsal(db: Handle, name: string): Promise<RehearsalPlan> {
  const recording = await findRecordingByName(db, name);
  const { id, event_id: eventId, ended_at, prefix } = endedAnyway(recording);
  const wish = eventId === null ? undefined : await readWish(db, eventId, id);
  if (!wish || ended_at === null)
    throw new ServiceError(
      'NOTHING_TO_PUBLISH',
      `The recording ${prefix} ${ended_at === null ? 'has not ended yet' : 'has no event'}.`,
    );
  const { event, inputs, key, isStillRecorded } = wish;
  if (event.unpublished_at) throw new ServiceError('EVENT_UNPUBLISHED');
  const versions: readonly VersionRow[] = await db
    .selectFrom('versions')
    .selectAll()
    .where('event_id', '=', event.id)
    .orderBy('version')
    .execute();
  const restored =
    event.pinned_key === key
      ? versions.find(
          ({ version, state, links }) => version === event.pinned_version && state === 'published' && links,
        )
      : undefined;
  const same =
    restored ?? versions.findLast(({ inputs_key, state }) => inputs_key === key && state !== 'collected');
  const version = same?.version ?? Math.max(0, ...versions.map((row) => row.version)) + 1;
  return {
    // What was frozen when its number was given out stays as it was.
    publication: (same?.inputs as Publication | undefined) ?? { ...inputs, version },
    isMade: same?.state === 'published',
    isRestored: restored !== undefined,
    current: event.archive?.version ?? null,
    waits: isStillRecorded && !restored ? 'another recording of the event is still being written' : null,
  };
}
