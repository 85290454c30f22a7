import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createProduct } from '../test/objects.ts';
import { productProblems } from './product-problems.ts';
import { readCatalogue } from './read-catalogue.ts';

const euros = { amount: 1900, currency: 'euros' };
const problems = (...products: readonly unknown[]): readonly string[] =>
  productProblems({ products }, 'catalogue');

describe('productProblems', () => {
  it('names field, value and what would be right of a product that is left out', () => {
    assert.deepEqual(problems(createProduct(), { ...createProduct({ id: 'tee' }), price: euros }), [
      'catalogue.products[1].price.currency is "euros"; it must be three capital letters; the product is left out',
    ]);
  });

  it('names each detail that a product does without', () => {
    const offer = { compareAtPrice: euros, unitPrice: { price: euros, unit: 'kg' } };
    const variants = [
      { ...createProduct({ id: 'small' }), ...offer, options: {} },
      { ...createProduct({ id: 'large' }), price: euros },
    ];
    const wrong = 'currency is "euros"; it must be three capital letters';
    assert.deepEqual(
      problems({ ...createProduct(), ...offer, images: ['a.jpg', 7], options: 'Size', variants }),
      [
        `catalogue.products[0].compareAtPrice.${wrong}`,
        `catalogue.products[0].unitPrice.price.${wrong}`,
        'catalogue.products[0].images[1] is 7; it must be a text; it is left out',
        'catalogue.products[0].options is "Size"; it must be a list',
        `catalogue.products[0].variants[0].compareAtPrice.${wrong}`,
        `catalogue.products[0].variants[0].unitPrice.price.${wrong}`,
        `catalogue.products[0].variants[1].price.${wrong}; it is left out`,
      ],
    );
  });

  it('names an id that comes twice', () => {
    assert.deepEqual(problems(createProduct(), createProduct({ sku: 'other' })), [
      'catalogue.products[1].id is "mug", as that of products[0]; the product is left out',
    ]);
  });

  it('says nothing of what is right, missing, null, or newer than it', () => {
    const { images: _, ...bare } = createProduct({ id: 'bare' });
    const more = { brand: null, compareAtPrice: null, variants: null, availability: 'backorder', weight: 3 };
    assert.deepEqual(problems(createProduct(), { ...bare, ...more }), []);
    assert.deepEqual(productProblems([], 'catalogue'), []);
  });

  it('has a word for every product that the reader leaves out', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.constant(createProduct()))), (products) => {
        const read = readCatalogue({ products });
        const lost = products.length - (read.ok ? read.value.length : 0);
        const told = problems(...products).filter((problem) => problem.endsWith('; the product is left out'));
        assert.equal(told.length, lost);
      }),
    );
  });
});
