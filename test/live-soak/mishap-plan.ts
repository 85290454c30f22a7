import type { IvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';
import type { Random } from '../support/random.ts';

type Mishaps = ReturnType<IvsLocal['mishaps']>;

/** What may happen to a stream on air, each shorter than the IVS player's patience or a little longer. */
const HAPPENINGS: readonly [string, (mishaps: Mishaps) => void | Promise<void>][] = [
  ['metadata blocked for 9 s', (mishaps) => mishaps.blockMetadata(9)],
  ['connections drop for 3 s', (mishaps) => mishaps.dropConnections(3)],
  ['nothing new for 5 s', (mishaps) => mishaps.stall(5)],
  ['segments missing for 3 s', (mishaps) => mishaps.notFound(3, 'segments')],
  ['playlists missing for 3 s', (mishaps) => mishaps.notFound(3, 'playlists')],
  ['the encoder away for 2 s', (mishaps) => mishaps.restart({ gapSeconds: 2 })],
];

/** Mishaps in an order that the seed decides, all of them before one comes again. */
export function createPlan(random: Random): () => (typeof HAPPENINGS)[number] {
  let left: (typeof HAPPENINGS)[number][] = [];
  return () => {
    if (left.length === 0) left = [...HAPPENINGS];
    const [next] = left.splice(random.below(left.length), 1);
    if (!next) throw new Error('there are mishaps');
    return next;
  };
}
