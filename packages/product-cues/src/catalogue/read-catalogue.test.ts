import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createProduct } from '../test/objects.ts';
import type { Product } from './product.ts';
import { readCatalogue } from './read-catalogue.ts';

function readOne(product: unknown): Product | undefined {
  const read = readCatalogue({ products: [product] });
  assert.ok(read.ok);
  return read.value[0];
}

describe('readCatalogue', () => {
  it('reads products with options and variants', () => {
    const product = createProduct({
      compareAtPrice: { amount: 2900, currency: 'EUR' },
      unitPrice: { price: { amount: 7250, currency: 'EUR' }, unit: 'l' },
      brand: 'Ton',
      options: [{ name: 'Size', values: ['S', 'L'] }],
      variants: [
        {
          id: 'mug-l',
          sku: 'M-L',
          title: 'Large',
          price: { amount: 2600, currency: 'EUR' },
          compareAtPrice: { amount: 3100, currency: 'EUR' },
          unitPrice: { price: { amount: 5200, currency: 'EUR' }, unit: 'l' },
          availability: 'preorder',
          options: { Size: 'L' },
        },
      ],
    });
    assert.deepEqual(JSON.parse(JSON.stringify(readOne(product))), product);
  });

  it('does without details that cannot be read', () => {
    const product = {
      ...createProduct(),
      brand: 5,
      images: ['a.jpg', null],
      compareAtPrice: '29',
      unitPrice: { price: { amount: 7250, currency: 'EUR' } },
      variants: [{ id: 'x' }],
    };
    assert.deepEqual(readOne(product), createProduct({ images: ['a.jpg'], variants: [] }));
  });

  it('counts an availability that is newer than it as in stock', () => {
    assert.equal(readOne({ ...createProduct(), availability: 'backorder' })?.availability, 'in_stock');
  });

  for (const field of ['id', 'sku', 'title', 'url', 'price']) {
    it(`leaves out a product without ${field}`, () => {
      assert.equal(readOne({ ...createProduct(), [field]: undefined }), undefined);
    });
  }

  it('keeps the first of two products with one id', () => {
    const read = readCatalogue({
      products: ['a', 'b', 'a'].map((id, at) => createProduct({ id, sku: String(at) })),
    });
    assert.ok(read.ok);
    assert.deepEqual(
      read.value.map(({ sku }) => sku),
      ['0', '1'],
    );
  });

  it('refuses what is no catalogue, and never throws', () => {
    assert.deepEqual(readCatalogue([]), { ok: false, problem: 'catalogue is a list; it must be an object' });
    assert.deepEqual(readCatalogue({}), {
      ok: false,
      problem: 'catalogue.products is missing; it must be a list',
    });
    fc.assert(fc.property(fc.anything(), (json) => void readCatalogue(json)));
    fc.assert(fc.property(fc.array(fc.anything()), (products) => readCatalogue({ products }).ok));
  });
});
