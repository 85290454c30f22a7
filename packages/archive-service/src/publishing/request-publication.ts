import type { ProductCue } from '@vitrine/product-cues';
import type { JobAttempt, Jobs } from '../database/jobs.ts';
import { NO_EDITS } from '../database/documents.ts';
import { jsonb } from '../database/json.ts';
import type { EventRow, Handle, RecordingRow } from '../database/tables.ts';
import { messageOf, ServiceError } from '../errors.ts';
import { productsOfEvents } from '../events/event-products.ts';
import { readPublicEvent } from '../events/events-repository.ts';
import { describeEvent } from '../events/present-event.ts';
import type { Log } from '../log.ts';
import { recordingKey } from '../recordings/recording.ts';
import { changeRecording, mainRecording, readRecording } from '../recordings/recordings-repository.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import type { Publication, PublicationPorts, PublicationProgress } from './publication.ts';
import { publishArchive } from './publish-archive.ts';
import { movePointers } from './steps/move-pointer.ts';
import { checkFence, claimVersion, recordPublished, type Claim } from './versions-repository.ts';

export type Checkpoint = NonNullable<PublicationPorts['checkpoint']>;

export interface PublishOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly store: ObjectStore;
  openRecordings(bucket: string): ObjectStore;
  readonly checkpoint?: Checkpoint | undefined;
}

/**
 * The job: makes one recording the archive of its event, once or again. It finds out from the database what is done
 * already, and may die at any line: the next attempt goes on with the same version.
 */
export async function publishRecording(
  options: PublishOptions,
  { data, isLast, signal }: JobAttempt<'publish-recording'>,
): Promise<void> {
  const { db, log } = options;
  const recording = await readRecording(db, data.recordingId);
  if (!recording || recording.event_id === null || recording.state === 'published') return;
  const { id, event_id: eventId, prefix } = recording;

  try {
    const main = await mainRecording(db, eventId, id);
    if (main && main.id !== id) {
      if (wasInterrupted(recording)) await repairPointers(options, main, eventId, { isLast, signal });
      const problem = `The event has a longer recording, ${main.prefix}, and its archive is made of one.`;
      await changeRecording(db, id, { state: 'set-aside', problem, progress: null }, new Date());
      return;
    }
    await changeRecording(db, id, { state: 'publishing', problem: null }, new Date());
    await publish(options, recording, eventId, signal);
    await setOthersAside(db, eventId, recording);
    log.info({ recording: prefix, event: eventId }, 'published an archive');
  } catch (error) {
    // Interrupted, not failed: whoever comes next goes on.
    if (signal.aborted) throw error;
    const givenUp = isLast || isHopeless(error);
    const problem = messageOf(error);
    if (givenUp) await giveUp(options, id, eventId, problem);
    else await changeRecording(db, id, { state: 'retrying', problem }, new Date());
    log.error(
      { err: error, recording: prefix, event: eventId, givenUp },
      'an archive could not be published',
    );
    if (!isHopeless(error)) throw error;
  }
}

/** Whether an earlier attempt has begun to publish this recording and did not come to its end. */
const wasInterrupted = ({ state }: RecordingRow): boolean => state === 'publishing' || state === 'retrying';

/**
 * An interrupted publication may have moved a pointer after the longer recording's had moved it: its write was on the way when it was overtaken.
 * Publishing the longer one again writes the same files and moves the pointers back to it.
 */
async function repairPointers(
  options: PublishOptions,
  main: RecordingRow,
  eventId: string,
  { isLast, signal }: Pick<JobAttempt<'publish-recording'>, 'isLast' | 'signal'>,
): Promise<void> {
  if (main.state === 'published') await publish(options, main, eventId, signal);
  // It may have moved its pointers already, and must not be overtaken: looked at again when it is done.
  else if (main.state === 'publishing' && !isLast) throw new ServiceError('PUBLICATION_SUPERSEDED');
}

/** Leaves a recording as failed, and has the event's archive made of the longest of the others, if there is one. */
async function giveUp(
  { db, jobs }: PublishOptions,
  id: number,
  eventId: string,
  problem: string,
): Promise<void> {
  const now = new Date();
  await db.transaction().execute(async (trx) => {
    await changeRecording(trx, id, { state: 'failed', problem }, now);
    const next = await mainRecording(trx, eventId);
    // Also one that was published: the recording that failed may have moved a pointer away from it.
    if (next?.state !== 'set-aside' && next?.state !== 'published') return;
    await changeRecording(trx, next.id, { state: 'ended', problem: null }, now);
    await jobs.sendAtOnce(trx, 'publish-recording', recordingKey(next), { recordingId: next.id });
  });
}

/** Whether the next attempt would read the same and fail the same. */
function isHopeless(error: unknown): boolean {
  return (
    error instanceof ServiceError &&
    (error.code === 'RECORDING_INVALID' || error.code === 'MEDIA_UNSUPPORTED')
  );
}

async function publish(
  { db, log, store, openRecordings, checkpoint }: PublishOptions,
  recording: RecordingRow,
  eventId: string,
  signal: AbortSignal,
): Promise<void> {
  const { id } = recording;
  const claim = await claimVersion(db, eventId, id);
  const publication = await readPublication(db, recording, await readPublicEvent(db, eventId), claim);
  const ports: PublicationPorts = {
    openRecordings,
    store,
    signal,
    log,
    fence: () => checkFence(db, claim.fence),
    progress: (progress) => noteProgress(db, id, progress, log),
    ...(checkpoint && { checkpoint }),
  };
  const { links } = await publishArchive(publication, ports);
  await movePointers({ ...publication.event, updatedAt: publication.updatedAt }, links, ports);
  const { startedAt = links.startedAt, endedAt = links.endedAt } = publication.event;
  const updatedAt = new Date(publication.updatedAt);
  await recordPublished(
    db,
    claim.fence,
    {
      recordingId: id,
      links,
      updatedAt,
      startedAt: startedAt === undefined ? null : new Date(startedAt),
      endedAt: endedAt === undefined ? null : new Date(endedAt),
    },
    new Date(),
  );
}

/** All that the archive is made of, besides the recording's files. */
async function readPublication(
  db: Handle,
  recording: RecordingRow,
  event: EventRow,
  { version }: Claim,
): Promise<Publication> {
  const products = await productsOfEvents(db, [event.id]);
  const sent = await db
    .selectFrom('highlights')
    .select(['cue', 'program_time'])
    .where('event_id', '=', event.id)
    .where('program_time', 'is not', null)
    .orderBy('n')
    .execute();
  // Stored times alone: the same publication again is the same bytes.
  const updatedAt = new Date(
    Math.max(event.updated_at.getTime(), recording.ended_at?.getTime() ?? 0),
  ).toISOString();
  return {
    event: {
      ...describeEvent({ ...event, status: 'archived' }, products.get(event.id) ?? []),
      updatedAt,
      playback: null,
    },
    recordings: [{ id: recording.id, bucket: recording.bucket, prefix: recording.prefix }],
    edits: NO_EDITS,
    highlights: sent.flatMap(
      ({ cue, program_time }): { cue: ProductCue; sentAt: number; inBand: boolean }[] =>
        program_time === null ? [] : [{ cue, sentAt: program_time, inBand: true }],
    ),
    replayOffers: event.replay_offers,
    version,
    updatedAt,
  };
}

/** For the operator's eyes: a note that is lost, or late, does no harm. */
function noteProgress(db: Handle, id: number, progress: PublicationProgress, log: Log): void {
  db.updateTable('recordings')
    .set({ progress: jsonb(progress) })
    .where('id', '=', id)
    .where('state', '=', 'publishing')
    .execute()
    .catch((error: unknown) => log.debug({ err: error }, 'progress was not noted'));
}

/** A longer recording that came later has taken the place of one that was published before. */
async function setOthersAside(db: Handle, eventId: string, { id, prefix }: RecordingRow): Promise<void> {
  await db
    .updateTable('recordings')
    .set({
      state: 'set-aside',
      problem: `The event has a longer recording, ${prefix}, and its archive is made of one.`,
    })
    .where('event_id', '=', eventId)
    .where('id', '!=', id)
    .where('state', '=', 'published')
    .execute();
}
