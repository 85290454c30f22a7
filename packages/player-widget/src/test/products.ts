import type { Product, Variant } from '@vitrine/product-cues';
import fc from 'fast-check';
import { product } from './fixtures.ts';

export function variant(id: string, change: Partial<Variant> = {}): Variant {
  return {
    id,
    sku: `SKU-${id}`,
    title: `Variant ${id}`,
    price: { amount: 1900, currency: 'EUR' },
    availability: 'in_stock',
    options: {},
    ...change,
  };
}

/** In two sizes and two colours, of which there is no large red one. */
export function shirt(change: Partial<Product> = {}): Product {
  return product('shirt', {
    options: [
      { name: 'Size', values: ['S', 'L'] },
      { name: 'Colour', values: ['Red', 'Blue'] },
    ],
    variants: [
      variant('s-red', { options: { Size: 'S', Colour: 'Red' } }),
      variant('s-blue', { options: { Size: 'S', Colour: 'Blue' }, availability: 'out_of_stock' }),
      variant('l-blue', {
        options: { Size: 'L', Colour: 'Blue' },
        price: { amount: 2400, currency: 'EUR' },
      }),
    ],
    ...change,
  });
}

/** Option names and values as shops write them, and those that JavaScript objects answer to by themselves. */
const word = fc.constantFrom(
  'Size',
  'Colour',
  'S',
  'L',
  'Rot',
  '赤',
  '__proto__',
  'constructor',
  '"><b>',
  ' ',
);

/**
 * Products in variants: whatever options, whatever of them a variant lacks, ids that come twice, one title for many; in order, too, with a
 * variant for each combination or for some of them.
 */
export function variedProduct(): fc.Arbitrary<Product> {
  const options = fc.array(fc.record({ name: word, values: fc.array(word, { maxLength: 4 }) }), {
    maxLength: 4,
  });
  const loose = fc.record({
    options,
    variants: fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'),
        title: word,
        sku: word,
        availability: fc.constantFrom('in_stock', 'out_of_stock', 'preorder'),
        price: fc.record({ amount: fc.nat(3), currency: fc.constant('EUR') }),
        options: fc.dictionary(word, word, { maxKeys: 4, noNullPrototype: false }),
      }),
      { maxLength: 8 },
    ),
  });
  const orderly = fc
    .tuple(
      fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.constantFrom('in_stock', 'out_of_stock', 'none')),
    )
    .map(([names, values, stock]) => {
      const combinations = names.reduce<[string, string][][]>(
        (rows, name) =>
          rows.flatMap((row) => values.map((value): [string, string][] => [...row, [name, value]])),
        [[]],
      );
      const variants = combinations.flatMap((row, index) => {
        const availability = stock.next().value;
        if (availability === 'none') return [];
        return [variant(`v${String(index)}`, { availability, options: Object.fromEntries(row) })];
      });
      return { options: names.map((name) => ({ name, values })), variants };
    });
  return fc.oneof(loose, orderly).map((change) => product('varied', change));
}
