import { findChannel } from '../channels/channels-repository.ts';
import type { Jobs } from '../database/jobs.ts';
import type { ChannelRow, EventRow, Handle } from '../database/tables.ts';
import type { EventStanding } from '../events/event-status.ts';
import { setStanding, standingOf } from '../events/events-repository.ts';
import { requestPublication } from '../publishing/request-publication.ts';
import { changeRecording } from '../recordings/recordings-repository.ts';
import { readChannelFacts, type ChannelFacts } from './channel-facts.ts';
import { tellHistory, type ChannelHistory } from './channel-history.ts';
import { keepPublished } from './keep-published.ts';
import { createUnannouncedEvent, removeUnusedEvent, unannouncedEventId } from './unannounced-event.ts';

export interface SettledChannel {
  readonly history: ChannelHistory;
  /** The channel's events, as they stand now. */
  readonly events: ReadonlyMap<string, Pick<EventRow, 'id' | 'slug' | 'status'>>;
  /** Events whose publication has been asked for, since recordings have come to them or left them. */
  readonly requested: ReadonlySet<string>;
}

/**
 * Brings a channel's events and recordings to where everything that is known of the channel says that they are. The caller holds
 * the channel's lock.
 *
 * @param around - the time of what is new, or of the earliest of it
 * @returns `undefined` for a channel that nobody knows
 */
export async function settleChannel(
  trx: Handle,
  jobs: Jobs,
  channelArn: string,
  around: Date,
): Promise<SettledChannel | undefined> {
  const channel = await findChannel(trx, channelArn);
  if (!channel) return undefined;
  const facts = await readChannelFacts(trx, channelArn, around);
  const told = tellHistory(facts.told.events, facts.told.turns, facts.told.recordings);
  const history = keepPublished(told, facts.rows, facts.recordings);
  const events = new Map(facts.rows.map((row) => [row.id, row]));
  await createMissing(trx, channel, facts, history, events);
  const requested = await placeRecordings(trx, jobs, facts, history, events);
  const settled = await moveEvents(trx, jobs, facts, history, events);
  return { history, events: settled, requested };
}

async function createMissing(
  trx: Handle,
  channel: ChannelRow,
  { recordings }: ChannelFacts,
  { places, standings }: ChannelHistory,
  events: Map<string, EventRow>,
): Promise<void> {
  const used = new Set(places.values());
  for (const recording of recordings) {
    // Of the recordings that share an event it is the first on air that gives the event its name, whichever was heard of first.
    const id = unannouncedEventId(recording);
    if (!used.has(id) || events.has(id)) continue;
    const start = standings.get(id)?.startedAt ?? recording.updated_at;
    events.set(id, await createUnannouncedEvent(trx, channel, recording, start));
  }
}

/** Gives each recording its event. @returns the events that are to be published because of it */
async function placeRecordings(
  trx: Handle,
  jobs: Jobs,
  { recordings }: ChannelFacts,
  { places }: ChannelHistory,
  events: Map<string, EventRow>,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  const left = new Set<string>();
  for (const recording of recordings) {
    const event = events.get(places.get(recording.id) ?? '');
    if (!event || event.id === recording.event_id) continue;
    const state = recording.ended_at ? 'ended' : 'recording';
    const change = { event_id: event.id, shop: event.shop, problem: null, state } as const;
    await changeRecording(trx, recording.id, change, recording.updated_at);
    if (recording.ended_at) changed.add(event.id);
    if (recording.event_id === null) continue;
    left.add(recording.event_id);
    if (recording.ended_at) changed.add(recording.event_id);
  }
  const made = new Set(recordings.map(unannouncedEventId));
  for (const id of left) {
    if (made.has(id) && (await removeUnusedEvent(trx, id))) events.delete(id);
  }
  const requested = [...changed].filter((id) => events.has(id)).sort();
  for (const id of requested) await requestPublication(trx, jobs, id);
  return new Set(requested);
}

async function moveEvents(
  trx: Handle,
  jobs: Jobs,
  { since, told }: ChannelFacts,
  { standings }: ChannelHistory,
  events: Map<string, EventRow>,
): Promise<SettledChannel['events']> {
  const before = new Map(told.events.map((event) => [event.id, event.before]));
  const settled = new Map<string, Pick<EventRow, 'id' | 'slug' | 'status'>>();
  for (const row of events.values()) {
    const { id, slug, status } = row;
    const standing =
      standings.get(id) ?? (isOfHistory(row, since) ? (before.get(id) ?? UNTOUCHED) : undefined);
    if (!standing || (status === 'archived' && standing.status !== 'live')) {
      settled.set(id, { id, slug, status });
      continue;
    }
    // Its channel is back on air: what is published so far waits until that is over, and is then what there is to see.
    const isOver = row.archive !== null && standing.status !== 'live';
    const next: EventStanding = isOver ? { ...standing, status: 'archived' } : standing;
    if (!isSame(next, standingOf(row))) await setStanding(trx, id, next, latestOf(next) ?? row.updated_at);
    // Its pointers may be older than what this service says of it now.
    if (isOver) await requestPublication(trx, jobs, id);
    settled.set(id, { id, slug, status: next.status });
  }
  return settled;
}

const UNTOUCHED: EventStanding = { status: 'scheduled', startedAt: null, resumedAt: null, endedAt: null };

/** Whether what moved the event before lies in the history that was told: without it, it was something else's. */
const isOfHistory = ({ status, started_at, ended_at }: EventRow, since: Date): boolean =>
  status !== 'scheduled' && [started_at, ended_at].some((time) => time !== null && time >= since);

const timesOf = ({ startedAt, resumedAt, endedAt }: EventStanding): (number | undefined)[] =>
  [startedAt, resumedAt, endedAt].map((time) => time?.getTime());

const isSame = (a: EventStanding, b: EventStanding): boolean =>
  a.status === b.status && String(timesOf(a)) === String(timesOf(b));

function latestOf(standing: EventStanding): Date | undefined {
  const times = timesOf(standing).filter((time) => time !== undefined);
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
