import { streamEnded, streamStarted, type EventStanding } from '../events/event-status.ts';
import { findEvent, type EventSpan } from '../recordings/find-event.ts';

/** What the catalogue says of an event, and how it stood before the history that is told begins. */
export interface ToldEvent {
  readonly id: string;
  readonly startsAt: Date | null;
  readonly createdAt: Date;
  readonly before?: EventStanding | undefined;
}

/** The channel went on or off the air; `cut-off` says no more than that what was on air is not any longer. */
export interface StreamTurn {
  readonly kind: 'on-air' | 'off-air' | 'cut-off';
  readonly time: Date;
  /** Empty where it is not known. */
  readonly streamId: string;
}

export interface ToldRecording {
  readonly id: number;
  readonly start: Date;
  /** Whether the start is worked out from end and duration: enough to find its event, but no fact about that. */
  readonly isEstimate: boolean;
  /** When its media ends, and when it was over, by as long after it as IVS waited for the encoder; `undefined` while it runs. */
  readonly end: { readonly media: Date; readonly over: Date } | undefined;
  /** The event that an operator chose. */
  readonly assigned: string | undefined;
  /** Id of the event that is made for it where nobody announced one; `undefined` while there is no saying what to do with it. */
  readonly ownEvent: string | undefined;
}

export interface ChannelHistory {
  /** Of each event that something happened to; those that are made on the way are among them. */
  readonly standings: ReadonlyMap<string, EventStanding>;
  /** The event of each recording. */
  readonly places: ReadonlyMap<number, string>;
  /** The event of each turn that moved one, by `turnKey`. */
  readonly moved: ReadonlyMap<string, string>;
}

export const turnKey = ({ kind, time, streamId }: StreamTurn): string =>
  `${kind} ${String(time.getTime())} ${streamId}`;

const SCHEDULED: EventStanding = { status: 'scheduled', startedAt: null, resumedAt: null, endedAt: null };

/** Milliseconds: the longest that IVS itself lets a recording wait for its encoder. Who is back by then goes on with the same show. */
const COMEBACK = 300_000;

interface Moment {
  readonly time: Date;
  /** At the same second: what begins comes before what ends. */
  readonly rank: number;
  readonly tie: string;
  tell(): void;
}

/**
 * What became of a channel's events: everything that is known is told again in the order of its own times, so that the outcome is the same
 * in whatever order, and however often, it was heard of.
 */
export function tellHistory(
  events: readonly ToldEvent[],
  turns: readonly StreamTurn[],
  recordings: readonly ToldRecording[],
): ChannelHistory {
  const known = new Map(events.map((event) => [event.id, event]));
  const standings = new Map<string, EventStanding>();
  const places = new Map<number, string>();
  const moved = new Map<string, string>();
  const streams = new Map<string, string>();

  const standingOf = (id: string): EventStanding => standings.get(id) ?? known.get(id)?.before ?? SCHEDULED;
  const liveNow = (): string[] => [...known.keys()].filter((id) => standingOf(id).status === 'live');

  const goOn = (id: string, time: Date): void => {
    // A channel carries one stream: what was on before is over, though nobody said so.
    for (const other of liveNow()) if (other !== id) goOff(other, time);
    standings.set(id, streamStarted(standingOf(id), time));
  };
  const goOff = (id: string, time: Date): void => {
    standings.set(id, streamEnded(standingOf(id), time));
  };
  const eventAt = (time: Date): string | undefined =>
    eventThatHolds([...known.values()], standingOf, time)?.id ??
    eventThatComesBack([...known.values()], standingOf, time)?.id;
  const recordedAt = (time: Date): string | undefined => {
    // One may begin in the very second in which another ends: then it is the one that was on already, whichever was heard of first.
    const running = recordings
      .filter(({ start, end }) => end && start <= time && time <= end.over)
      .sort((a, b) => a.start.getTime() - b.start.getTime() || a.id - b.id)[0];
    return running && places.get(running.id);
  };

  const eventToEnd = ({ kind, time, streamId }: StreamTurn): string | undefined => {
    const live = liveNow();
    const id = streams.get(streamId) ?? live.at(-1) ?? (kind === 'off-air' ? eventAt(time) : undefined);
    return kind === 'cut-off' && id !== undefined && !live.includes(id) ? undefined : id;
  };
  const turnMoment = (turn: StreamTurn): Moment => ({
    time: turn.time,
    rank: turn.kind === 'on-air' ? 0 : 2,
    tie: turn.streamId,
    tell() {
      const { kind, time, streamId } = turn;
      const id = kind === 'on-air' ? (recordedAt(time) ?? eventAt(time)) : eventToEnd(turn);
      if (id === undefined) return;
      moved.set(turnKey(turn), id);
      if (kind === 'on-air' && streamId !== '') streams.set(streamId, id);
      (kind === 'on-air' ? goOn : goOff)(id, time);
    },
  });
  const startMoment = (recording: ToldRecording): Moment => ({
    time: recording.start,
    rank: 1,
    tie: String(recording.id),
    tell() {
      const { id, start, isEstimate, assigned, ownEvent } = recording;
      const event = assigned ?? eventAt(start) ?? ownEvent;
      if (event === undefined) return;
      if (!known.has(event)) known.set(event, { id: event, startsAt: null, createdAt: start });
      places.set(id, event);
      // A recording is proof of a stream, whose own notification may be lost.
      if (!isEstimate || event === ownEvent) goOn(event, start);
    },
  });
  const endMoment = ({ id, end }: ToldRecording): Moment[] => {
    if (!end) return [];
    const tell = (): void => {
      const event = places.get(id);
      if (event !== undefined) goOff(event, end.media);
    };
    return [{ time: end.media, rank: 3, tie: String(id), tell }];
  };

  const moments = [
    ...Array.from(distinct(turns), turnMoment),
    ...recordings.map(startMoment),
    ...recordings.flatMap(endMoment),
  ];
  for (const moment of moments.sort(inOrder)) moment.tell();
  return { standings, places, moved };
}

/** The same turn may be told under several ids. */
const distinct = (turns: readonly StreamTurn[]): Iterable<StreamTurn> =>
  new Map(turns.map((turn) => [turnKey(turn), turn])).values();

const inOrder = (a: Moment, b: Moment): number =>
  a.time.getTime() - b.time.getTime() || a.rank - b.rank || (a.tie < b.tie ? -1 : a.tie > b.tie ? 1 : 0);

type StandingOf = (id: string) => EventStanding;

function eventThatHolds(
  events: readonly ToldEvent[],
  standingOf: StandingOf,
  time: Date,
): EventSpan | undefined {
  const spans = events.map(({ id, startsAt, createdAt }): EventSpan => {
    const { status, startedAt, endedAt } = standingOf(id);
    // What ended before it was announced to begin was a rehearsal.
    const isOver = status !== 'live' && endedAt !== null && (startsAt === null || endedAt >= startsAt);
    return { id, startsAt, createdAt, startedAt, endedAt: isOver ? endedAt : null };
  });
  return findEvent(spans, time);
}

/** The one that ended last, if that was a moment ago. */
function eventThatComesBack(
  events: readonly ToldEvent[],
  standingOf: StandingOf,
  time: Date,
): ToldEvent | undefined {
  const since = ({ id }: ToldEvent): number => {
    const ended = standingOf(id).endedAt;
    return ended === null ? Number.POSITIVE_INFINITY : time.getTime() - ended.getTime();
  };
  return events
    .filter((event) => since(event) > 0 && since(event) <= COMEBACK)
    .sort((a, b) => since(a) - since(b) || (a.id < b.id ? -1 : 1))[0];
}
