import { shots, WIDTH, HEIGHT, type Shot } from '../timeline.ts';
import { ease, mix, type Point } from './paint.ts';
import { GROUND, productArt } from './products/index.ts';

/** A product on the set: `x`, `y` is the point of the table that it stands on (or, hanging, where its box begins). */
export interface Placed {
  id: string;
  x: number;
  y: number;
  scale: number;
}

export interface Camera {
  zoom: number;
  focus: Point;
}

const HERO = { x: 770, y: 610, scale: 0.66 };
const SECOND = { x: 1000, y: 604, scale: 0.46 };
const THIRD = { x: 1140, y: 612, scale: 0.46 };

const hero = (id: string): Placed => ({ id, ...HERO });
const second = (id: string): Placed => ({ id, ...SECOND });
const third = (id: string): Placed => ({ id, ...THIRD });
const lamp = (x: number, scale: number): Placed => ({ id: 'lamp-brass', x, y: -60, scale });

// From back to front.
const WHOLE_TABLE: Placed[] = [
  lamp(1066, 0.36),
  { id: 'vase-sand', x: 672, y: 590, scale: 0.46 },
  { id: 'board-oak', x: 1090, y: 590, scale: 0.46 },
  { id: 'scarf-fern', x: 1004, y: 640, scale: 0.36 },
  { id: 'mug-red', x: 862, y: 618, scale: 0.31 },
  { id: 'mug-blue', x: 770, y: 640, scale: 0.34 },
];

const SETS: Record<string, Placed[]> = {
  opening: WHOLE_TABLE,
  closing: WHOLE_TABLE,
  'mug-blue': [hero('mug-blue')],
  'mug-red': [second('mug-blue'), hero('mug-red')],
  'lamp-brass': [
    { ...SECOND, id: 'mug-red', x: 960, scale: 0.36 },
    { ...THIRD, id: 'mug-blue', x: 1072, y: 620, scale: 0.36 },
    lamp(780, 0.62),
  ],
  'scarf-fern': [hero('scarf-fern')],
  'board-oak': [third('mug-red'), second('mug-blue'), hero('board-oak')],
  'vase-sand': [second('scarf-fern'), hero('vase-sand')],
};

const WIDE: Camera = { zoom: 1, focus: [0.5, 0.5] };
const NEAR: Camera = { zoom: 1.06, focus: [0.5, 0.32] };
const CLOSE_UP_AT: Point = [0.68, 0.5];

export function setOf(shot: Shot): Placed[] {
  return SETS[shot.product ?? shot.kind] ?? [];
}

/** A slow push in; every second host shot starts nearer, so that cuts between them are real cuts. */
export function cameraAt(shot: Shot, frame: number): Camera {
  const share = ease((frame - shot.from) / (shot.to - shot.from));
  if (shot.kind === 'close-up') return { zoom: mix(1, 1.05, share), focus: CLOSE_UP_AT };
  const base = shot.kind === 'host' && shots.indexOf(shot) % 4 === 3 ? NEAR : WIDE;
  const focus: Point = base === WIDE ? [0.56, 0.52] : base.focus;
  const outwards = shot.kind === 'closing';
  return { zoom: base.zoom * (outwards ? mix(1.05, 1, share) : mix(1, 1.05, share)), focus };
}

export function throughCamera({ zoom, focus }: Camera, [x, y]: Point): Point {
  return [focus[0] + (x - focus[0]) * zoom, focus[1] + (y - focus[1]) * zoom];
}

/** Where a product's middle is on the set, in fractions of the picture before the camera. */
export function middleOf({ id, x, y, scale }: Placed): Point {
  const art = productArt(id);
  const left = x - art.foot.x * scale;
  const top = art.hangs ? y : y - GROUND * scale;
  return [(left + art.centre[0] * scale) / WIDTH, (top + art.centre[1] * scale) / HEIGHT];
}

/** Where each product of a shot is in the picture, taken at the middle of the shot. */
export function pointsOf(shot: Shot): Record<string, Point> {
  const camera = cameraAt(shot, (shot.from + shot.to) / 2);
  const placed = shot.kind === 'close-up' && shot.product ? [closeUpOf(shot.product)] : setOf(shot);
  return Object.fromEntries(
    placed.map((product) => [product.id, round(throughCamera(camera, middleOf(product)))]),
  );
}

/** The close-up's product: large, to the right of its name. */
export function closeUpOf(id: string): Placed {
  if (productArt(id).hangs) return { id, x: 904, y: -60, scale: 1.12 };
  return { id, x: 900, y: 650, scale: 1.08 };
}

const round = ([x, y]: Point): Point => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
