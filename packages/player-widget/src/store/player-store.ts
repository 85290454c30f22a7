import type { LiveEvent, Product } from '@vitrine/product-cues';
import type { ShownProduct } from '../commerce/shown-products.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import type { PlayerError } from '../media/player-error.ts';
import { createStore, type Store } from './create-store.ts';

export interface PlayerState {
  readonly event: LiveEvent | undefined;
  /** What may be shown and sold: the event's products, or those of the element's own catalogue. */
  readonly products: readonly Product[];
  /** What is on screen now, main product first. */
  readonly shown: readonly ShownProduct[];
  readonly engine: MediaEngine | undefined;
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
}

export type PlayerStore = Store<PlayerState>;

export const INITIAL_STATE: PlayerState = {
  event: undefined,
  products: [],
  shown: [],
  engine: undefined,
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
