import type { RecordedHighlight, Publication } from '../publication.ts';
import { NO_EDITS } from '../../database/documents.ts';
import type { EventRow, Handle, RecordingRow } from '../../database/tables.ts';
import { changesOfProducts, productsOfEvents } from '../../events/event-products.ts';
import { describeEvent } from '../../events/present-event.ts';
import { recordingsOfEvent } from '../../recordings/recordings-repository.ts';
import { inputsKey } from './inputs-key.ts';

/** What the store should show for an event, as the database has it now. */
export interface Wish {
  readonly event: EventRow;
  /** Those of which a replay can be made, in the order of their start. */
  readonly recordings: readonly RecordingRow[];
  /** Whether IVS is still writing one: until that ends, no version is made. */
  readonly isStillRecorded: boolean;
  /** What a version would be made of; its number is not given out yet. */
  readonly inputs: Omit<Publication, 'version'>;
  readonly key: string;
}

/**
 * @param including - a recording that is taken in though it was given up, for a trial
 * @returns `undefined` when there is no such event
 */
export async function readWish(db: Handle, eventId: string, including?: number): Promise<Wish | undefined> {
  // First, since every change to what follows raises `wanted`: what is read here is at least as new as that number says.
  const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst();
  if (!event) return undefined;
  const all = (await recordingsOfEvent(db, eventId)).map((one) =>
    one.id === including ? endedAnyway(one) : one,
  );
  const recordings = all
    .filter(({ id, ended_at, state }) => {
      const isGivenUp = state === 'failed' && id !== including;
      return ended_at !== null && state !== 'recording' && !isGivenUp;
    })
    .sort(byStart);
  const products = (await productsOfEvents(db, [eventId])).get(eventId) ?? [];
  const updatedAt = latest([
    event.catalogue_at,
    event.edited_at,
    await changesOfProducts(db, eventId),
    ...recordings.map(({ ended_at }) => ended_at),
  ]).toISOString();
  const described = describeEvent({ ...event, status: 'archived' }, products);
  const inputs = {
    event: { ...described, updatedAt, playback: null },
    recordings: recordings.map(({ id, bucket, prefix }) => ({ id, bucket, prefix })),
    edits: event.edits ?? NO_EDITS,
    highlights: await broadcastHighlights(db, eventId),
    replayOffers: event.replay_offers,
    updatedAt,
  };
  const isStillRecorded = all.some(({ state }) => state === 'recording');
  return { event, recordings, isStillRecorded, inputs, key: inputsKey(inputs) };
}

/** One that was given up has ended, though nobody says when: by then, at the latest. */
export const endedAnyway = (recording: RecordingRow): RecordingRow =>
  recording.state === 'failed' && recording.ended_at === null
    ? { ...recording, ended_at: recording.updated_at }
    : recording;

async function broadcastHighlights(db: Handle, eventId: string): Promise<RecordedHighlight[]> {
  const sent = await db
    .selectFrom('highlights')
    .select(['cue', 'program_time'])
    .where('event_id', '=', eventId)
    .where('program_time', 'is not', null)
    .orderBy('n')
    .execute();
  return sent.flatMap(({ cue, program_time }) =>
    program_time === null ? [] : [{ cue, sentAt: program_time, inBand: true }],
  );
}

/** What is not known of a start is reckoned from the end; two of one moment are told apart by what never changes. */
function byStart(a: RecordingRow, b: RecordingRow): number {
  return startOf(a) - startOf(b) || (a.prefix < b.prefix ? -1 : 1);
}

const startOf = ({ started_at, ended_at, duration_ms }: RecordingRow): number =>
  started_at?.getTime() ?? (ended_at?.getTime() ?? 0) - (duration_ms ?? 0);

const latest = (times: readonly (Date | null)[]): Date =>
  new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)));
