import { layer, type Ctx, type Point } from '../paint.ts';
import { drawBoard } from './board.ts';
import { drawLamp } from './lamp.ts';
import { brick, cobalt, drawMug } from './mug.ts';
import { drawScarf } from './scarf.ts';
import { drawVase } from './vase.ts';

/** Products are drawn in a box of this size; what stands, stands on `GROUND`. */
export const BOX = 640;
export const GROUND = 570;

export interface ProductArt {
  id: string;
  /** Two lines for the close-up. */
  title: readonly [string, string];
  note: string;
  draw: (ctx: Ctx) => void;
  hangs: boolean;
  /** The middle of what one would point at, in the box. */
  centre: Point;
  /** Half the width of its shadow, and the shadow's middle. */
  foot: { x: number; half: number };
  /** Where it stands in its product picture. */
  thumb: { scale: number; x: number; y: number };
  backdrop: { light: string; base: string; deep: string; ink: string };
}

export const products: readonly ProductArt[] = [
  {
    id: 'mug-blue',
    title: ['Stoneware mug,', 'cobalt'],
    note: 'Thrown by hand · 350 ml',
    draw: (ctx) => {
      drawMug(ctx, cobalt);
    },
    hangs: false,
    centre: [300, 390],
    foot: { x: 310, half: 150 },
    thumb: { scale: 1.06, x: 290, y: 522 },
    backdrop: { light: '#eef2fb', base: '#c7d5f1', deep: '#8ea5d6', ink: '#1d2c5c' },
  },
  {
    id: 'mug-red',
    title: ['Stoneware mug,', 'brick'],
    note: 'Thrown by hand · 350 ml',
    draw: (ctx) => {
      drawMug(ctx, brick);
    },
    hangs: false,
    centre: [300, 390],
    foot: { x: 310, half: 150 },
    thumb: { scale: 1.06, x: 290, y: 522 },
    backdrop: { light: '#fdf0e9', base: '#f4cdbb', deep: '#d79a80', ink: '#5f1d10' },
  },
  {
    id: 'lamp-brass',
    title: ['Brass pendant', 'lamp'],
    note: 'Spun brass · warm white',
    draw: drawLamp,
    hangs: true,
    centre: [320, 350],
    foot: { x: 320, half: 0 },
    thumb: { scale: 1, x: 320, y: 0 },
    backdrop: { light: '#8a6a55', base: '#5d4336', deep: '#36251e', ink: '#ffeccb' },
  },
  {
    id: 'scarf-fern',
    title: ['Linen scarf,', 'fern'],
    note: 'Washed linen · 180 × 60 cm',
    draw: drawScarf,
    hangs: false,
    centre: [330, 420],
    foot: { x: 318, half: 230 },
    thumb: { scale: 1.14, x: 320, y: 470 },
    backdrop: { light: '#f3f5ea', base: '#d5e0cc', deep: '#a3b898', ink: '#2b4331' },
  },
  {
    id: 'board-oak',
    title: ['Oak serving', 'board'],
    note: 'Solid oak · oiled',
    draw: drawBoard,
    hangs: false,
    centre: [322, 380],
    foot: { x: 322, half: 150 },
    thumb: { scale: 0.96, x: 320, y: 560 },
    backdrop: { light: '#faf1e2', base: '#e9d3b0', deep: '#c4a070', ink: '#4a2e14' },
  },
  {
    id: 'vase-sand',
    title: ['Sandstone', 'vase'],
    note: 'Turned stone · each one its own',
    draw: drawVase,
    hangs: false,
    centre: [320, 440],
    foot: { x: 320, half: 160 },
    thumb: { scale: 0.96, x: 320, y: 560 },
    backdrop: { light: '#f8efe6', base: '#e4cdbb', deep: '#b8937b', ink: '#4b2e20' },
  },
];

export function productArt(id: string): ProductArt {
  const found = products.find((product) => product.id === id);
  if (!found) throw new Error(`no drawing of product ${id}`);
  return found;
}

const sprites = new Map<string, OffscreenCanvas>();

/** The product alone, drawn once, large enough for the close-up. */
export function sprite(art: ProductArt): OffscreenCanvas {
  const known = sprites.get(art.id);
  if (known) return known;
  const made = layer(BOX, BOX, 1.7, art.draw);
  sprites.set(art.id, made);
  return made;
}
