import type { LiveEvent, LiveState } from '@vitrine/product-cues';
import type { Act } from './act.ts';

/** What the real service and the local IVS know, for a state to begin with. */
export interface RealThings {
  /** The event that is in the archive. */
  readonly event: LiveEvent;
  /** HLS of the gallery's own channel on air, on which nobody highlights anything. */
  readonly liveUrl: string;
  /** Where this state's own files lie, with a slash at the end. */
  readonly files: string;
}

/** What the state's service says, until the state goes on to another phase. */
export interface Phase {
  /** JSON of the event; a status where there is none. */
  readonly event: (real: RealThings) => object | number;
  /** Its live.json; without one the event names none. */
  readonly live?: Partial<LiveState>;
  /** Whether the channel has to be on air. */
  readonly needsAir?: boolean;
}

/** A file of the state's own. */
export interface OwnFile {
  readonly type: string;
  readonly body: string | ((real: Pick<RealThings, 'event'>) => Promise<string>);
  /** 200 where it is not said. */
  readonly status?: number;
  /** Instead of an answer: none ever comes, or the connection breaks off. */
  readonly fails?: 'hangs' | 'breaks';
}

/** What is unusual about the browser or the page: a script of this name runs before the player's. */
export type Surroundings =
  | 'saves-data'
  | 'refuses-autoplay'
  | 'refuses-sound'
  | 'loses-network'
  | 'no-fullscreen'
  | 'has-cart'
  | 'refuses-adding';

/** One state of the player, reached as a viewer would reach it. */
export interface State {
  /** In its address. */
  readonly id: string;
  readonly title: string;
  /** What one should see, for whoever looks. */
  readonly look: string;
  readonly phases: readonly [Phase, ...Phase[]];
  readonly acts: readonly Act[];
  /** Of the element, beside `service` and `event-id`; `true` for one without a value. */
  readonly attributes?: Readonly<Record<string, string | true>>;
  /** Of the page, as a BCP 47 tag; English where it is not said. */
  readonly lang?: string;
  /** The player fills a phone held upright. */
  readonly tall?: boolean;
  /** Has a channel of its own, which may go off air. */
  readonly ownChannel?: boolean;
  readonly files?: Readonly<Record<string, OwnFile>>;
  readonly surroundings?: Surroundings;
  /** A chunk of the player's, by its name, that does not arrive. */
  readonly missing?: string;
  /** Another state, of which this one differs by its words alone, or for developers alone: one need not look at each size. */
  readonly looksLike?: string;
}

export interface Group {
  readonly title: string;
  readonly states: readonly State[];
}
