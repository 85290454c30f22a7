import { drawStrip } from '../../frame-strip.ts';
import { FPS, HEIGHT, WIDTH } from '../timeline.ts';
import { SANS, type Ctx } from './paint.ts';

/** The black plate in the upper left corner: the strip for tests and below it the same number for people. */
export function drawSlate(ctx: Ctx, frame: number): void {
  ctx.fillStyle = '#000';
  ctx.beginPath();
  ctx.roundRect(-20, -20, 508, 82, 14);
  ctx.fill();
  drawStrip(ctx, frame, WIDTH, HEIGHT);
  ctx.fillStyle = '#e9e2d8';
  ctx.font = `500 15px ${SANS}`;
  tabular(ctx, `${clockOf(frame)}   #${String(frame).padStart(5, '0')}`, 16, 52);
}

/** Minutes, seconds, frames. */
export function clockOf(frame: number): string {
  const seconds = Math.floor(frame / FPS);
  return [Math.floor(seconds / 60), seconds % 60, frame % FPS]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

// Every digit in a cell of the same width, so that a running number stands still.
function tabular(ctx: Ctx, text: string, x: number, y: number): void {
  let left = x;
  for (const letter of text) {
    const cell = letter === ' ' ? 6 : letter === ':' ? 6 : letter === '#' ? 12 : 10;
    ctx.fillText(letter, left + (cell - ctx.measureText(letter).width) / 2, y);
    left += cell;
  }
}
