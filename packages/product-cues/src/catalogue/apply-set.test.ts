import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProduct } from '../test/objects.ts';
import { applySet } from './apply-set.ts';
import type { Product } from './product.ts';
import type { Variant } from './variant.ts';

const large: Variant = {
  id: 'mug-l',
  sku: 'M-L',
  title: 'Large',
  price: { amount: 2600, currency: 'EUR' },
  availability: 'in_stock',
  options: { Size: 'L' },
};
const small: Variant = { ...large, id: 'mug-s', sku: 'M-S', title: 'Small', options: { Size: 'S' } };

function createSized(): Product {
  return createProduct({ variants: [small, large] });
}

describe('applySet', () => {
  it('changes price or availability and keeps the rest, the currency included', () => {
    const product = createProduct();
    assert.deepEqual(applySet(product, { mug: { price: 1900 } }), {
      ...product,
      price: { amount: 1900, currency: 'EUR' },
    });
    assert.deepEqual(applySet(product, { mug: { availability: 'out_of_stock' } }), {
      ...product,
      availability: 'out_of_stock',
    });
    assert.deepEqual(product, createProduct());
  });

  it('gives the same object when the set does not speak of the product, or says nothing new', () => {
    const product = createSized();
    for (const set of [{}, { tee: { price: 1 } }, { mug: {} }, { 'mug-l': { price: 2600 } }]) {
      assert.equal(applySet(product, set), product);
    }
  });

  it('changes one variant by its own id', () => {
    const changed = applySet(createSized(), { 'mug-l': { availability: 'out_of_stock' } });
    assert.deepEqual(
      changed,
      createProduct({ variants: [small, { ...large, availability: 'out_of_stock' }] }),
    );
  });

  it('lets a change of the product hold for its variants, but for what their own says', () => {
    const changed = applySet(createSized(), {
      mug: { price: 1900, availability: 'preorder' },
      'mug-l': { price: 2100 },
    });
    const offers = changed.variants?.map(({ id, price, availability }) => [id, price.amount, availability]);
    assert.deepEqual(offers, [
      ['mug-s', 1900, 'preorder'],
      ['mug-l', 2100, 'preorder'],
    ]);
  });

  it('changes what a unit costs with the price', () => {
    const perKilo = (amount: number) => ({ price: { amount, currency: 'EUR' }, unit: 'kg' });
    const tea = createProduct({
      unitPrice: perKilo(7600),
      variants: [{ ...large, unitPrice: perKilo(5200) }, small],
    });
    const changed = applySet(tea, { mug: { price: tea.price.amount / 2 }, 'mug-l': { price: 1300 } });
    assert.deepEqual(changed.unitPrice, perKilo(3800));
    assert.deepEqual(
      changed.variants?.map(({ unitPrice }) => unitPrice),
      [perKilo(2600), undefined],
    );
    // Sold out, it costs what it did; of what is free no share can be taken.
    assert.deepEqual(applySet(tea, { mug: { availability: 'out_of_stock' } }).unitPrice, perKilo(7600));
    const free = { ...tea, price: { amount: 0, currency: 'EUR' } };
    assert.equal(applySet(free, { mug: { price: 100 } }).unitPrice, undefined);
  });

  it('takes nothing from the prototype of the set', () => {
    const product = createProduct({ id: 'constructor' });
    assert.equal(applySet(product, {}), product);
  });
});
