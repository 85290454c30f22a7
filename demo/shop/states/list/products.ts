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
      id: 'no-picture',
      title: 'A product without a picture',
      look: 'A calm square stands where the picture would be.',
      phases: [withProduct('mug-blue', () => ({ images: ['/media/products/none.jpg'] }))],
      attributes: { 'start-time': '10' },
      acts: STOPPED,
    },
  ],
};
