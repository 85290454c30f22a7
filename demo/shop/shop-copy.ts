/** What the shop says about a product beyond its catalogue entry. */
export interface ProductCopy {
  readonly room: Room;
  readonly lead: string;
  /** What its maker says of it. */
  readonly quote: string;
  readonly details: readonly string[];
}

export type Room = 'Table' | 'Lighting' | 'Textiles';

export const ROOMS: readonly Room[] = ['Table', 'Lighting', 'Textiles'];

const GLAZE = 'A hand-dipped glaze: no two are quite alike';
const DISHWASHER = 'Dishwasher safe';

const COPY: Readonly<Record<string, ProductCopy>> = {
  'mug-blue': {
    room: 'Table',
    lead: 'Thrown in small batches and dipped twice, so that the cobalt pools at the foot and thins to denim at the rim. It holds a proper amount of coffee, and it keeps it warm.',
    quote: 'You dip it once for the colour and once more for the luck.',
    details: [
      'Stoneware, fired at 1,240 °C',
      'From 350 ml, 9.5 cm high',
      GLAZE,
      `${DISHWASHER}, oven safe to 180 °C`,
    ],
  },
  'mug-red': {
    room: 'Table',
    lead: 'The same mug in the colour of a garden wall in August. The clay shows through where the glaze breaks over the handle.',
    quote: 'Brick is the only red that does not shout at breakfast.',
    details: [
      'Stoneware, fired at 1,240 °C',
      'From 350 ml, 9.5 cm high',
      GLAZE,
      `${DISHWASHER}, oven safe to 180 °C`,
    ],
  },
  'lamp-brass': {
    room: 'Lighting',
    lead: 'Spun from one sheet of brass and left unlacquered. It throws a warm pool over the table and darkens as the years go by.',
    quote: 'Never polish it. Let it remember the evenings.',
    details: [
      'Solid brass, unlacquered',
      'Shade 32 cm across, cable 2 m',
      'E27, up to 40 W; bulb not included',
    ],
  },
  'scarf-fern': {
    room: 'Textiles',
    lead: 'Washed Belgian linen with a hem turned by hand. Over the shoulders in the evening, over the table at lunch.',
    quote: 'Linen should be washed thirty times. I do the first three.',
    details: ['100 % linen, 190 g/m²', '70 × 190 cm', 'Machine wash at 40 °C'],
  },
  'board-oak': {
    room: 'Table',
    lead: 'One plank of slow-grown oak, oiled three times. Bread in the morning, cheese at night, a scar for each good meal.',
    quote: 'The tree took ninety years. I can take an afternoon.',
    details: ['Solid European oak', '46 × 22 cm, 2.4 cm thick', 'Wipe clean, oil twice a year'],
  },
  'vase-sand': {
    room: 'Table',
    lead: 'Turned from sandstone coloured clay and left bare outside, glazed within. A single branch is enough.',
    quote: 'I stop turning when it looks as if the sea had done it.',
    details: ['Stoneware, glazed inside', '24 cm high', 'Watertight'],
  },
};

const PLAIN: ProductCopy = {
  room: 'Table',
  lead: 'Chosen for the spring table by the people who use it every day.',
  quote: 'Make it well, then make it again.',
  details: ['Free returns within 60 days'],
};

export function copyFor(productId: string): ProductCopy {
  return Object.hasOwn(COPY, productId) ? (COPY[productId] ?? PLAIN) : PLAIN;
}
