import { expect } from '@open-wc/testing';
import { createPlayerStore } from '../../store/player-store.ts';
import { product } from '../../test/fixtures.ts';
import { tellChanges } from './tell-changes.ts';

describe('what a page is told of products', () => {
  it('is every change of products and offers, and no hotspot that moves', () => {
    const host = document.createElement('div');
    const store = createPlayerStore();
    const life = new AbortController();
    const told: string[][] = [];
    host.addEventListener('vitrine-products-changed', ({ detail }) =>
      told.push(detail.products.map(({ id, price }) => `${id} ${String(price.amount)}`)),
    );
    tellChanges(host, store, life.signal);
    const mug = product('mug');
    store.update({ shown: [{ product: mug, at: [0.1, 0.2] }] });
    store.update({ shown: [{ product: product('mug'), at: [0.5, 0.5] }] });
    store.update({
      shown: [{ product: { ...mug, price: { amount: 900, currency: 'EUR' } }, at: undefined }],
    });
    store.update({ shown: [] });
    life.abort();
    expect(told).to.deep.equal([['mug 1900'], ['mug 900'], []]);
  });
});
