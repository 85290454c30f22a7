import type { LiveEvent, Product } from '@vitrine/product-cues';
import { archived } from '../phases.ts';
import type { Act } from '../act.ts';
import type { Group, Phase } from '../state.ts';

const STOPPED: readonly Act[] = [
  ['play'],
  ['see', '.vjs-control-bar'],
  ['see', 'vitrine-product-card'],
  ['pause'],
];

const PER_100_ML = { price: { amount: 543, currency: 'EUR' }, unit: '100 ml' };

/** The archived event with something else about one of its products. */
function withProduct(id: string, change: (product: Product) => Partial<Product>): Phase {
  return archived(({ event }: { readonly event: LiveEvent }) => ({
    products: event.products.map((product) =>
      product.id === id ? { ...product, ...change(product) } : product,
    ),
  }));
}

export const PRODUCTS: Group = {
  title: 'Products',
  states: [
    {
      id: 'sold-out',
      title: 'Sold out',
      look: 'The card says so in place of the price, and offers what is similar.',
      phases: [archived()],
      attributes: { 'start-time': '50' },
      acts: STOPPED,
    },
    {
      id: 'pre-order',
      title: 'To be ordered in advance',
      look: 'The card says that it is a pre-order.',
      phases: [archived()],
      attributes: { 'start-time': '85' },
      acts: STOPPED,
    },
    {
      id: 'long-name',
      title: 'A long name and a price of many digits',
      look: 'Two lines of the name, then an ellipsis; the price is whole, the button too.',
      phases: [
        withProduct('mug-blue', () => ({
          title:
            'Stoneware mug in cobalt, thrown by hand and dipped twice, with a foot left bare, for coffee or tea',
          price: { amount: 123456700, currency: 'EUR' },
          compareAtPrice: { amount: 234567800, currency: 'EUR' },
        })),
      ],
      attributes: { 'start-time': '10' },
      acts: STOPPED,
    },
    {
      id: 'unit-price',
      title: 'The price of a unit',
      look: 'Beneath the price stands what 100 ml cost; the name has one line, and the card is as high as ever.',
      phases: [withProduct('mug-blue', () => ({ unitPrice: PER_100_ML }))],
      attributes: { 'start-time': '10' },
      acts: STOPPED,
    },
    {
      id: 'unit-price-long',
      title: 'Long prices of a unit, from right to left',
      look: 'Both prices and that of the unit are whole, each read in its own direction.',
      phases: [
        withProduct('mug-blue', () => ({
          title: 'Stoneware mug in cobalt, thrown by hand and dipped twice, with a foot left bare',
          price: { amount: 1234567, currency: 'EUR' },
          compareAtPrice: { amount: 2345678, currency: 'EUR' },
          unitPrice: { ...PER_100_ML, price: { amount: 352733, currency: 'EUR' } },
        })),
      ],
      lang: 'ar',
      attributes: { 'start-time': '10' },
      acts: STOPPED,
    },
    {
      id: 'unit-price-shelf',
      title: 'Prices of a unit in the list',
      look: 'What a unit costs stands beneath each price, sold out ones aside.',
      phases: [
        archived(({ event }: { readonly event: LiveEvent }) => ({
          products: event.products.map((product) => ({ ...product, unitPrice: PER_100_ML })),
        })),
      ],
      attributes: { 'start-time': '22' },
      acts: [
        ...STOPPED,
        ['see', 'vitrine-bag .bag'],
        ['press', 'vitrine-bag .bag'],
        ['see', 'vitrine-product-shelf .unit'],
      ],
    },
    {
      id: 'no-picture',
      title: 'A product without a picture',
      look: 'A calm square stands where the picture would be.',
      phases: [withProduct('mug-blue', () => ({ images: ['/media/products/none.jpg'] }))],
      attributes: { 'start-time': '10' },
      acts: STOPPED,
    },
  ],
};
