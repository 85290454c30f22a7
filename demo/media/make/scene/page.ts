// What runs in the page: draws a frame and answers it as a JPEG. The make script bundles this file.
import { HEIGHT, shotAt, shots, WIDTH } from '../timeline.ts';
import { drawCloseUp, paintBackdrop } from './close-up.ts';
import type { Ctx } from './paint.ts';
import { BOX, productArt } from './products/index.ts';
import { drawSlate } from './slate.ts';
import { drawPlaced, drawStage } from './stage.ts';
import { pointsOf } from './staging.ts';

const picture = contextOf(WIDTH, HEIGHT);

function drawFrame(ctx: Ctx, frame: number, slate: boolean): void {
  const shot = shotAt(frame);
  ctx.imageSmoothingQuality = 'high';
  if (shot.kind === 'close-up') drawCloseUp(ctx, shot, frame);
  else drawStage(ctx, shot, frame);
  if (slate) drawSlate(ctx, frame);
}

function drawProduct(ctx: Ctx, id: string): void {
  const art = productArt(id);
  paintBackdrop(ctx, art, BOX, BOX, [BOX * 0.5, BOX * 0.42]);
  drawPlaced(ctx, { id, ...art.thumb }, 0);
}

const api = {
  frames(from: number, to: number): string[] {
    const list: string[] = [];
    for (let frame = from; frame < to; frame++) {
      drawFrame(picture.ctx, frame, true);
      list.push(asJpeg(picture.canvas, 0.96));
    }
    return list;
  },
  poster(frame: number): string {
    drawFrame(picture.ctx, frame, false);
    return asJpeg(picture.canvas, 0.82);
  },
  product(id: string): string {
    const { canvas, ctx } = contextOf(BOX, BOX);
    drawProduct(ctx, id);
    return asJpeg(canvas, 0.86);
  },
  points: () => shots.map(pointsOf),
};

export type ScenePage = typeof api;
Object.assign(globalThis, { scene: api });

function contextOf(
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; ctx: CanvasRenderingContext2D } {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('no 2d context');
  return { canvas, ctx };
}

function asJpeg(canvas: HTMLCanvasElement, quality: number): string {
  return canvas.toDataURL('image/jpeg', quality).slice('data:image/jpeg;base64,'.length);
}
