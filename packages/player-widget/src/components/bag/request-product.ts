import type { Product } from '@vitrine/product-cues';
import { lineKey } from '../../commerce/add-tries.ts';
import {
  askPage,
  openPage,
  productRequest,
  type ProductRequestType,
  type Wish,
} from '../../commerce/product-requests.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { needBag } from './need-bag.ts';

/** Milliseconds in which the same wish again is a tap too many, or a key held down. */
const DOUBLE_TAP = 500;

/** What was wanted last in each player, and when. */
const lastWishes = new WeakMap<PlayerStore, { readonly wish: string; readonly at: number }>();

/**
 * Asks the page for a product. Where it does not take over, the product opens in the player, or goes into the page's cart; without
 * one, adding opens the product's page.
 */
export function requestProduct(
  part: Element,
  store: PlayerStore | undefined,
  type: ProductRequestType,
  product: Product,
  wish?: Wish,
): void {
  const { engine, cart, tries } = store?.state ?? {};
  const request = productRequest(product, engine?.pictureTime ?? 0, wish);
  const { variant, url } = request;
  const adding = type === 'vitrine-add-to-cart';
  const key = lineKey(product, variant);
  // Its button still says what came of the last time.
  if (adding && tries?.[key] && tries[key].state !== 'failed') return;
  if (isDoubleTap(store, type + key) || !askPage(part, type, request)) return;
  if (!store || (adding && !cart)) openPage(url);
  else
    needBag(part, store).then(
      (bag) => (adding ? bag.add(request) : bag.openProduct(product.id)),
      () => openPage(url),
    );
}

function isDoubleTap(store: PlayerStore | undefined, wish: string): boolean {
  if (!store) return false;
  const at = performance.now();
  const last = lastWishes.get(store);
  lastWishes.set(store, { wish, at });
  return last?.wish === wish && at - last.at < DOUBLE_TAP;
}
