import type { EventStatus } from '@vitrine/product-cues';

/** Where an event stands; what notifications move. */
export interface EventStanding {
  readonly status: EventStatus;
  /** When its stream first went on air. */
  readonly startedAt: Date | null;
  /** When it last did. */
  readonly resumedAt: Date | null;
  /** When it last went off air. */
  readonly endedAt: Date | null;
}

/** The stream went on air at `time`, which is the notification's own time: whenever it arrives, the outcome is the same. */
export function streamStarted(standing: EventStanding, time: Date): EventStanding {
  return settle({
    ...standing,
    startedAt: earlier(standing.startedAt, time),
    resumedAt: later(standing.resumedAt, time),
  });
}

/** The stream went off air at `time`. */
export function streamEnded(standing: EventStanding, time: Date): EventStanding {
  return settle({ ...standing, endedAt: later(standing.endedAt, time) });
}

/**
 * The latest fact speaks, and an end speaks before a start of the same second; but what is archived stays so: whether a show that
 * goes on after its first part was published is live again is for the channel's whole history to say (notifications/settle-channel.ts).
 */
function settle(standing: EventStanding): EventStanding {
  const { status, resumedAt, endedAt } = standing;
  if (status === 'archived') return standing;
  const isOver = endedAt !== null && (resumedAt === null || endedAt >= resumedAt);
  return { ...standing, status: isOver ? 'ended' : 'live' };
}

/** Of two times of which the first may not be known. */
export const earlier = (known: Date | null, time: Date): Date =>
  known !== null && known <= time ? known : time;
const later = (known: Date | null, time: Date): Date => (known !== null && known >= time ? known : time);
