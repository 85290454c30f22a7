/** What the search needs to know of an event. */
export interface EventSpan {
  readonly id: string;
  readonly startsAt: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly createdAt: Date;
}

const MINUTE = 60_000;
/** A show may go on air this long before it was announced to. */
const EARLY = 60 * MINUTE;
/** IVS stamps stream and recording separately, to the second: a recording may seem to begin before its stream. */
const SKEW = MINUTE;

/**
 * The event of a channel that holds a point in time: from its start (an hour before, when it is only announced) to its end,
 * or else to the next event's start. Of several the one that has started wins, then the one whose start is nearest.
 */
export function findEvent<Span extends EventSpan>(events: readonly Span[], time: Date): Span | undefined {
  const at = time.getTime();
  const starts = events.map(startOf);
  const holding = events.filter((event) => {
    const start = startOf(event);
    const next = Math.min(...starts.filter((other) => other > start));
    const end = event.endedAt?.getTime() ?? next;
    // An end counts as held: what happens in its very second belongs to the event.
    return at >= firstMoment(event) && (event.endedAt ? at <= end : at < end);
  });
  return holding.sort((a, b) => rank(a, at) - rank(b, at) || compareIds(a.id, b.id))[0];
}

function startOf({ startedAt, startsAt, createdAt }: EventSpan): number {
  return (startedAt ?? startsAt ?? createdAt).getTime();
}

function firstMoment({ startedAt, startsAt, createdAt }: EventSpan): number {
  if (startedAt) return startedAt.getTime() - SKEW;
  return startsAt ? startsAt.getTime() - EARLY : createdAt.getTime() - SKEW;
}

/** Started events come before all others: no distance reaches this far. */
function rank(event: EventSpan, at: number): number {
  const distance = Math.abs(at - startOf(event));
  return event.startedAt ? distance - Number.MAX_SAFE_INTEGER / 2 : distance;
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
