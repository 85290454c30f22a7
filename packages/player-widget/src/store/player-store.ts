import type { LiveEvent, Product } from '@vitrine/product-cues';
import type { AddTries } from '../commerce/add-tries.ts';
import type { CartAdapter } from '../commerce/cart-adapter.ts';
import type { ShownProduct } from '../commerce/shown-products.ts';
import type { CueIntake } from '../cues/cue-intake.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import type { PlayerError } from '../media/player-error.ts';
import { createStore, type Store } from './create-store.ts';

export interface PlayerState {
  readonly event: LiveEvent | undefined;
  /** What may be shown and sold, with the offers of the moment: the event's products, or those of the element's own catalogue. */
  readonly products: readonly Product[];
  /** What is on screen now, main product first. */
  readonly shown: readonly ShownProduct[];
  readonly engine: MediaEngine | undefined;
  /** Where the engine's cues come together. */
  readonly intake: Pick<CueIntake, 'timeline'> | undefined;
  /** Somebody wants to watch: play was asked for, and the browser did not refuse it. */
  readonly wanted: boolean;
  /** A picture of this source has been painted. */
  readonly hasPicture: boolean;
  /** Wanting to play and out of data. */
  readonly rebuffering: boolean;
  /** What keeps the event from playing; errors after which playback goes on are only told to the page. */
  readonly error: PlayerError | undefined;
  /**
   * Nothing comes from the live stream: `ended`, it is over for this viewer; `interrupted`, it may go on, and is looked for.
   * While it is opened again the picture decides.
   */
  readonly stopped: 'ended' | 'interrupted' | undefined;
  /** The archived event, once there is one, offered to somebody who has been watching live. */
  readonly replay: LiveEvent | undefined;
  /** What the element was told; a new source changes nothing of it. */
  readonly cart?: CartAdapter | undefined;
  readonly currency?: string | null;
  /** The browser lets it play by itself, but not be heard: somebody has to ask for the sound. */
  readonly silenced?: boolean;
  /** What is being added to the cart, was just now, or could not be. */
  readonly tries?: AddTries;
}

export type PlayerStore = Store<PlayerState>;

export const INITIAL_STATE: PlayerState = {
  event: undefined,
  products: [],
  shown: [],
  engine: undefined,
  intake: undefined,
  wanted: false,
  hasPicture: false,
  rebuffering: false,
  error: undefined,
  stopped: undefined,
  replay: undefined,
};

export function createPlayerStore(): PlayerStore {
  return createStore(INITIAL_STATE);
}

/** The facade covers the player until somebody wants to watch and there is something to see. */
export function facadeShown({ wanted, hasPicture, error }: PlayerState): boolean {
  return !(wanted && hasPicture && !error);
}
