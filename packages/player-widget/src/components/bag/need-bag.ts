import { loadChunk } from '../../internal/load-chunk.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import type { VitrineBag } from './vitrine-bag.ts';

/** Brings what sells: the list of all products, the choice of a variant, the cart. One for each player, over all its other parts. */
export async function needBag(part: Element, store: PlayerStore): Promise<VitrineBag> {
  const { addBag } = await loadChunk(() => import('./vitrine-bag.ts'));
  return addBag(playerBox(part) ?? part.parentElement ?? part, store);
}

/** The player's box that a part lies in, out through shadow roots: the list of products is in the bag's. */
function playerBox(part: Element): Element | undefined {
  const box = part.closest('.base');
  if (box) return box;
  const root = part.getRootNode();
  return root instanceof ShadowRoot ? playerBox(root.host) : undefined;
}
