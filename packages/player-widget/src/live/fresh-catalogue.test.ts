import { expect } from '@open-wc/testing';
import type { LiveEvent, LiveState } from '@vitrine/product-cues';
import { createPlayerStore } from '../store/player-store.ts';
import { event, product } from '../test/fixtures.ts';
import { createFreshCatalogue } from './fresh-catalogue.ts';
import { waitUntil } from '../test/wait-until.ts';

const EARLY = '2026-03-05T08:00:00.000Z';
const LATE = '2026-03-05T09:00:00.000Z';
const STATE: LiveState = {
  status: 'live',
  cue: null,
  programTime: null,
  updatedAt: EARLY,
  catalogueAt: EARLY,
};

function freshened(fresh: LiveEvent) {
  const store = createPlayerStore();
  const known = event({ status: 'live', updatedAt: EARLY, products: [product('mug')] });
  store.update({ event: known, products: known.products });
  const readings = { count: 0 };
  const shown = { n: 1, show: ['vase', 'mug'], at: {}, set: { mug: { price: 1500 } } };
  const take = createFreshCatalogue({
    store,
    intake: () => ({ state: shown }),
    reload: async () => {
      readings.count += 1;
      return fresh;
    },
  });
  return { store, take, readings };
}

describe('createFreshCatalogue', () => {
  it('reads nothing while what is known is as new as live.json says', () => {
    const { take, readings } = freshened(event());
    take(STATE);
    take({ ...STATE, cue: { n: 1, show: ['mug'] } });
    expect(readings.count).to.equal(0);
  });

  it('shows a product that is added while it is on screen, and what others have become', async () => {
    const products = [product('mug', { title: 'Another mug' }), product('vase')];
    const { store, take } = freshened(event({ products, title: 'Summer table', updatedAt: LATE }));
    take({ ...STATE, catalogueAt: LATE });
    await waitUntil(() => store.state.products.length === products.length, 'the products');
    expect(
      store.state.shown.map(({ product: { id, title, price } }) => [id, title, price.amount]),
    ).to.deep.equal([
      ['vase', 'Product vase', 1900],
      ['mug', 'Another mug', 1500],
    ]);
    expect(store.state.event).to.include({ title: 'Summer table', status: 'live', updatedAt: LATE });
  });

  for (const [why, state] of [
    ['says that the catalogue has changed', { ...STATE, catalogueAt: LATE }],
    ['names a product that nobody knows', { ...STATE, cue: { n: 1, show: ['mug', 'nobody'] } }],
  ] as const) {
    it(`reads once, and not again at once, where live.json ${why} and the event is still the old one`, async () => {
      const { store, take, readings } = freshened(event({ status: 'live', updatedAt: EARLY }));
      for (let reading = 0; reading < 10; reading += 1) take(state);
      await waitUntil(() => store.state.products.length === 2, 'the reading');
      take(state);
      expect(readings.count).to.equal(1);
    });
  }

  it('keeps what is newer', async () => {
    const { store, take, readings } = freshened(event({ updatedAt: '2026-03-05T07:00:00.000Z' }));
    take({ ...STATE, catalogueAt: LATE });
    await waitUntil(() => readings.count === 1, 'the reading');
    await Promise.resolve();
    expect(store.state.products.map(({ id }) => id)).to.deep.equal(['mug']);
  });
});
