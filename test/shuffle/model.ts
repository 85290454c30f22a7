import type { History, Show } from './history.ts';

/** What the service should have come to, told in the words of the history. */
export interface EndState {
  /** Each event, in the order of their shows; each with the pieces of which its archive is made, in their order. */
  readonly events: readonly EventEnd[];
  /** States of the recordings that the service knows. */
  readonly recordings: Readonly<Record<string, string>>;
}

export interface EventEnd {
  readonly show: number;
  readonly announced: boolean;
  readonly status: string;
  /** Seconds since the show's beginning. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly madeOf: readonly string[];
  /** Versions that are published and not replaced. */
  readonly current: number;
}

export const pieceName = (show: number, piece: number): string => `${String(show)}.${String(piece)}`;

/**
 * The end does not depend on what was heard, in which order or how often: each recording lies in its bucket and says of itself
 * what it is, and the sweep reads that. Only of a channel that nobody knows there is no more than what was heard.
 */
export function expectedEnd({ shows, channel }: History): EndState {
  if (channel === 'never') return { events: [], recordings: statesOf(shows, wasHeardOf, 'waiting') };
  return {
    events: shows.map(({ announced, pieces }, show): EventEnd => {
      const last = pieces.at(-1);
      return {
        show,
        announced: announced !== undefined,
        status: 'archived',
        startedAt: 0,
        endedAt: (last?.start ?? 0) + (last?.seconds ?? 0),
        madeOf: pieces.map((_, piece) => pieceName(show, piece)),
        current: 1,
      };
    }),
    recordings: statesOf(shows, () => true, 'published'),
  };
}

const wasHeardOf = ({ news }: Show['pieces'][number]): boolean =>
  news['Recording Start'] !== 'lost' || news['Recording End'] !== 'lost';

function statesOf(
  shows: readonly Show[],
  isKnown: (piece: Show['pieces'][number]) => boolean,
  state: string,
): Readonly<Record<string, string>> {
  const known = shows.flatMap(({ pieces }, show) =>
    pieces.flatMap((piece, index) => (isKnown(piece) ? [pieceName(show, index)] : [])),
  );
  return Object.fromEntries(known.map((name) => [name, state]));
}
