import { archived } from '../phases.ts';
import type { Act } from '../act.ts';
import type { Group } from '../state.ts';

const CONTROLS: Act = ['see', '.vjs-control-bar'];
const CARD: Act = ['see', 'vitrine-product-card'];
/** Stands still, so that there is time to look. */
const STOPPED: readonly Act[] = [['play'], CONTROLS, CARD, ['pause']];

export const ARCHIVE: Group = {
  title: 'Replay',
  states: [
    {
      id: 'replay-playing',
      title: 'Playing, nothing on screen',
      look: 'Only the picture, and controls that leave when nobody moves.',
      phases: [archived({ products: [] })],
      attributes: { 'start-time': '34.2' },
      acts: [['play'], CONTROLS],
    },
    {
      id: 'replay-one',
      title: 'One product',
      look: 'The card of the cobalt mug with both prices, and its hotspot.',
      phases: [archived()],
      attributes: { 'start-time': '10' },
      acts: STOPPED,
    },
    {
      id: 'replay-two',
      title: 'Two products',
      look: 'The brick mug is to be chosen; the other lies beside it.',
      phases: [archived()],
      attributes: { 'start-time': '22' },
      acts: STOPPED,
    },
    {
      id: 'replay-three',
      title: 'Three products',
      look: 'A card and two thumbnails, three hotspots.',
      phases: [archived()],
      attributes: { 'start-time': '64' },
      acts: STOPPED,
    },
    {
      id: 'replay-tall',
      title: 'On a phone, full height',
      look: 'The picture keeps its shape; the card has the full width above the controls.',
      phases: [archived()],
      attributes: { 'start-time': '64' },
      tall: true,
      acts: STOPPED,
    },
    {
      id: 'replay-ended',
      title: 'Played to its end',
      look: 'What one can do now: watch again, or look at what was shown.',
      phases: [archived()],
      attributes: { 'start-time': '94.5' },
      acts: [['play'], ['see', '.vjs-ended']],
    },
  ],
};
