import type { Product } from '@vitrine/product-cues';
import type { MediaEngine } from '../../media/media-engine.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { requestProduct } from '../bag/request-product.ts';

/** A player whose picture may be elsewhere than its place in the page. */
export interface ElsewhereOptions {
  readonly host: HTMLElement;
  /** Where the controls are; its parent is the player's box. */
  readonly layer: HTMLElement;
  readonly video: HTMLVideoElement;
  readonly engine: MediaEngine;
  readonly store: PlayerStore;
  readonly signal: AbortSignal;
}

/** The player comes into view, and whoever uses the keyboard goes on from it. */
export function showPlace({ host, layer }: ElsewhereOptions): void {
  host.scrollIntoView({ block: 'center' });
  layer.parentElement?.focus({ preventScroll: true });
}

/** Chosen where there is no room to look at it, a product opens in the page. */
export function openInPlace({ layer, store }: ElsewhereOptions, product: Product): void {
  const overlay = layer.parentElement?.querySelector('vitrine-product-overlay');
  requestProduct(overlay ?? layer, store, 'vitrine-product-open', product);
}
