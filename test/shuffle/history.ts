import fc from 'fast-check';

/** How the news of something reaches the service, if it does. */
export type Delivery = 'lost' | 'once' | 'twice' | 'under two ids';

/** One stretch on air, and its recording. Times are seconds of the show. */
export interface Piece {
  readonly start: number;
  readonly seconds: number;
  readonly news: Readonly<Record<News, Delivery>>;
}

export const NEWS = ['Stream Start', 'Recording Start', 'Stream End', 'Recording End'] as const;
export type News = (typeof NEWS)[number];

export interface Show {
  /**
   * Whether the shop made an event for it; by how many minutes it was announced for later than it began. Ours last
   * seconds: one that were over before it was announced to begin would count as a rehearsal.
   */
  readonly announced: { readonly late: number } | undefined;
  readonly pieces: readonly Piece[];
}

/** What happened on one channel, and how the service heard of it. */
export interface History {
  /** Hours apart, in order. */
  readonly shows: readonly Show[];
  /** Whether the channel is known before anything, only after everything was heard, or never. */
  readonly channel: 'known' | 'later' | 'never';
  /** Chance by which the news is put in another order; `undefined`: it comes as it happened. */
  readonly order: number | undefined;
  /** Whether each piece of news finds the service with nothing left to do. */
  readonly slowly: boolean;
  /** After how many pieces of news somebody sweeps, besides the sweep at the end. */
  readonly sweepAfter: number | undefined;
}

const delivery = fc.constantFrom<Delivery>('once', 'once', 'once', 'lost', 'lost', 'twice', 'under two ids');

/** Seconds between the end of a piece and the beginning of the next: an encoder comes back, or two overlap by what was on its way. */
const gap = fc.constantFrom(1, 30, 200);

const pieces = fc
  .array(
    fc.record({
      gap,
      seconds: fc.constantFrom(2, 4),
      news: fc.record({
        'Stream Start': delivery,
        'Recording Start': delivery,
        'Stream End': delivery,
        'Recording End': delivery,
      }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((some): readonly Piece[] => {
    let at = 0;
    return some.map(({ gap: pause, seconds, news }, index) => {
      const start = index === 0 ? 0 : at + pause;
      at = start + seconds;
      return { start, seconds, news };
    });
  });

const show: fc.Arbitrary<Show> = fc.record({
  announced: fc.option(fc.record({ late: fc.constantFrom(-90, -10, 0) }), { nil: undefined, freq: 3 }),
  pieces,
});

export const history: fc.Arbitrary<History> = fc
  .record({
    shows: fc.array(show, { minLength: 1, maxLength: 2 }),
    channel: fc.constantFrom<History['channel']>('known', 'known', 'known', 'known', 'later', 'never'),
    order: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
    slowly: fc.boolean(),
    sweepAfter: fc.option(fc.nat(12), { nil: undefined, freq: 1 }),
  })
  // Nobody can announce a show on a channel that the service does not know.
  .map((told) =>
    told.channel === 'known'
      ? told
      : { ...told, shows: told.shows.map((one) => ({ ...one, announced: undefined })) },
  );
