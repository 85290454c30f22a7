import { archived, onAir } from '../phases.ts';
import type { Act } from '../act.ts';
import type { Group } from '../state.ts';

const CONTROLS: Act = ['see', '.vjs-control-bar'];
const BAG: Act = ['see', 'vitrine-bag .bag'];
/** Stands still, so that there is time to look. */
const STOPPED: readonly Act[] = [['play'], CONTROLS, ['see', 'vitrine-product-card'], BAG, ['pause']];
const SHELF: readonly Act[] = [
  ['press', 'vitrine-bag .bag'],
  ['see', 'vitrine-product-shelf li'],
];
const ACTION: Act = ['press', 'vitrine-product-card .action'];
const CHOICE: Act = ['see', 'vitrine-variant-picker fieldset'];

export const SELLING: Group = {
  title: 'Choosing and buying',
  states: [
    {
      id: 'shelf',
      title: 'All products, opened by hand',
      look: 'Those on screen are marked; every other has the way to its moment, with its time.',
      phases: [archived()],
      attributes: { 'start-time': '22' },
      acts: [...STOPPED, ...SHELF],
    },
    {
      id: 'shelf-live',
      title: 'All products while it is on air',
      look: 'What is on screen now is marked; nothing promises a moment that one cannot go to.',
      phases: [onAir(['mug-red', 'mug-blue'])],
      acts: [['play'], CONTROLS, ['see', 'vitrine-product-card'], BAG, ...SHELF],
    },
    {
      id: 'shelf-from-right',
      title: 'All products, from right to left',
      look: 'The panel comes from the left, and all in it begins at the right; names keep their own direction.',
      phases: [archived()],
      lang: 'ar',
      attributes: { 'start-time': '22' },
      acts: [...STOPPED, ...SHELF],
    },
    {
      id: 'picker',
      title: 'A variant to be chosen',
      look: 'Nothing is chosen for the shopper; what is sold out says so.',
      phases: [archived()],
      attributes: { 'start-time': '22' },
      acts: [...STOPPED, ACTION, CHOICE],
    },
    {
      id: 'picker-from-right',
      title: 'A variant to be chosen, from right to left',
      look: 'Words and prices by the rules of the language.',
      phases: [archived()],
      lang: 'ar',
      attributes: { 'start-time': '22' },
      acts: [...STOPPED, ACTION, CHOICE],
    },
    {
      id: 'alternatives',
      title: 'Sold out, and what there is instead',
      look: 'It says so without a detour, and offers what is near.',
      phases: [archived()],
      attributes: { 'start-time': '50' },
      acts: [...STOPPED, ACTION, ['see', 'vitrine-variant-picker .others']],
    },
    {
      id: 'held',
      title: 'Cards held by the viewer',
      look: 'The pin says that the cards stay as they are.',
      phases: [archived()],
      attributes: { 'start-time': '64' },
      acts: [...STOPPED, ['press', 'vitrine-product-hold button'], ['see', 'vitrine-product-hold[held]']],
    },
    {
      id: 'in-bag',
      title: 'In the page’s cart',
      look: 'What is in the bag is counted on it, with the sum and the way to pay beneath the list.',
      phases: [archived()],
      surroundings: 'has-cart',
      attributes: { 'start-time': '10' },
      acts: [...STOPPED, ACTION, ...SHELF, ['see', 'vitrine-bag .check-out']],
    },
    {
      id: 'not-added',
      title: 'The page’s cart refuses',
      look: 'Why it was not added, beside the product, and a button to try again.',
      phases: [archived()],
      surroundings: 'refuses-adding',
      attributes: { 'start-time': '10' },
      acts: [...STOPPED, ACTION, ['hear-error', 'CART_FAILED'], ['see', '.action[data-try=failed]']],
    },
    {
      id: 'ended-all',
      title: 'Played to its end, all products',
      look: 'All that was sold, each with the way back to its moment.',
      phases: [archived()],
      attributes: { 'start-time': '94.5' },
      acts: [['play'], ['see', '.vjs-ended'], ['see', 'vitrine-product-shelf li']],
    },
    {
      id: 'currency-invalid',
      looksLike: 'replay-one',
      title: 'A currency that there is not',
      look: 'Prices are written as if the page had said none; only its developer is told.',
      phases: [archived()],
      attributes: { 'start-time': '10', currency: 'euros' },
      acts: [...STOPPED, ['hear-error', 'ATTRIBUTE_INVALID']],
    },
  ],
};
