import { archived, onAir } from '../phases.ts';
import type { Group, State } from '../state.ts';

const PICTURE = ['see', '.vitrine-live-badge'] as const;
const CARD = ['see', 'vitrine-product-card'] as const;
const CONTROLS = ['see', '.vjs-control-bar'] as const;
const BEHIND = ['see', '.vitrine-live[data-behind] .vitrine-live-badge'] as const;
const WATCHED: State['acts'] = [['play'], PICTURE, CARD, CONTROLS];

export const LIVE: Group = {
  title: 'Live',
  states: [
    {
      id: 'live-nothing',
      title: 'On air, nothing highlighted',
      look: 'The picture, a badge that says live, and controls that leave when nobody moves.',
      phases: [onAir([])],
      acts: [['play'], PICTURE, CONTROLS],
    },
    {
      id: 'live-one',
      title: 'One product, with a hotspot',
      look: 'One card at the lower left; the hotspot breathes once, then rests.',
      phases: [onAir(['mug-blue'], { at: { 'mug-blue': [0.6, 0.42] } })],
      acts: WATCHED,
    },
    {
      id: 'live-two',
      title: 'Two products, the first to be chosen',
      look: 'The main card says “Choose”; the second is a thumbnail beside it.',
      phases: [onAir(['mug-red', 'mug-blue'])],
      acts: WATCHED,
    },
    {
      id: 'live-three',
      title: 'Three products',
      look: 'A card and two thumbnails; the middle of the picture stays free.',
      phases: [
        onAir(['mug-blue', 'vase-sand', 'board-oak'], {
          at: { 'mug-blue': [0.6, 0.42], 'vase-sand': [0.524, 0.5], 'board-oak': [0.859, 0.6] },
        }),
      ],
      acts: WATCHED,
    },
    {
      id: 'live-flash-price',
      title: 'A price for the moment',
      look: 'The vase costs less for as long as this cue holds.',
      phases: [onAir(['vase-sand'], { set: { 'vase-sand': { price: 5400 } } })],
      acts: WATCHED,
    },
    {
      id: 'live-behind',
      title: 'Behind the live edge',
      look: 'One has gone back some seconds: the way to the live edge is offered.',
      phases: [onAir(['mug-blue'])],
      acts: [...WATCHED, ['play-until', 12], ['seek-by', -12], BEHIND],
    },
    {
      id: 'live-paused',
      title: 'Live, paused',
      look: 'The picture stands; the products stay.',
      phases: [onAir(['mug-blue'])],
      acts: [...WATCHED, ['pause'], BEHIND],
    },
    {
      id: 'live-tall',
      title: 'Live on a phone, full height',
      look: 'The player fills the phone; the card has the full width above the controls.',
      phases: [onAir(['mug-blue', 'mug-red'], { at: { 'mug-blue': [0.6, 0.42] } })],
      tall: true,
      acts: WATCHED,
    },
    {
      id: 'replay-offered',
      title: 'Published while one still watches',
      look: 'The replay is offered at the upper right; nothing moves on by itself.',
      phases: [onAir(['mug-blue']), { ...archived(), live: { status: 'archived' } }],
      acts: [...WATCHED, ['phase', 1], ['see', '.offer']],
    },
  ],
};
