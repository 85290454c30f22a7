import { across, clipped, down, ellipse, fillPath, scatter, sheen, strokePath, type Ctx } from '../paint.ts';

export interface Glaze {
  deep: string;
  base: string;
  light: string;
  shine: string;
  inside: string;
}

export const cobalt: Glaze = {
  deep: '#1a2f78',
  base: '#2f55c4',
  light: '#5c83ea',
  shine: '#b9cbff',
  inside: '#14235c',
};
export const brick: Glaze = {
  deep: '#7c2416',
  base: '#bf4129',
  light: '#e07152',
  shine: '#ffd0bd',
  inside: '#5b180d',
};

const BODY =
  'M172 224 C172 330 170 400 178 462 C186 520 212 566 256 566 L344 566 C388 566 414 520 422 462 C430 400 428 330 428 224 Z';
const HANDLE = 'M418 296 C512 274 548 318 540 372 C532 428 478 458 412 452';

/** A stoneware mug, glazed down to a band of bare clay. */
export function drawMug(ctx: Ctx, glaze: Glaze): void {
  drawHandle(ctx, glaze);
  const clay = across(ctx, 170, 430, [
    [0, '#a9865f'],
    [0.35, '#ecd6b6'],
    [0.7, '#d3b48b'],
    [1, '#94714b'],
  ]);
  fillPath(ctx, BODY, clay);
  clipped(ctx, BODY, () => {
    drawGlaze(ctx, glaze);
    drawSpeckles(ctx);
    fillPath(
      ctx,
      'M160 520 L440 520 L440 580 L160 580 Z',
      down(ctx, 520, 568, [
        [0, 'rgba(60,30,10,0)'],
        [1, 'rgba(60,30,10,.35)'],
      ]),
    );
  });
  drawRim(ctx, glaze);
}

function drawHandle(ctx: Ctx, glaze: Glaze): void {
  strokePath(ctx, HANDLE, 42, glaze.deep);
  strokePath(
    ctx,
    HANDLE,
    36,
    across(ctx, 420, 560, [
      [0, glaze.deep],
      [0.5, glaze.base],
      [1, glaze.base],
    ]),
  );
  strokePath(ctx, 'M440 287 C506 276 533 314 528 358', 9, glaze.light);
  strokePath(ctx, 'M478 285 C500 289 514 301 519 318', 4, glaze.shine);
}

function drawGlaze(ctx: Ctx, glaze: Glaze): void {
  const edge =
    'M150 180 H450 V500 C424 514 398 498 366 505 C334 512 318 498 284 504 C250 511 214 500 150 507 Z';
  fillPath(
    ctx,
    edge,
    across(ctx, 170, 430, [
      [0, glaze.deep],
      [0.16, glaze.base],
      [0.34, glaze.light],
      [0.56, glaze.base],
      [1, glaze.deep],
    ]),
  );
  // A thicker, darker lip where the glaze ran to a stop.
  strokePath(
    ctx,
    'M150 504 C214 497 250 508 284 501 C318 495 334 509 366 502 C398 495 424 511 450 497',
    7,
    glaze.deep,
  );
  ctx.globalAlpha = 0.5;
  sheen(ctx, 250, 350, 90, 190, glaze.light);
  ctx.globalAlpha = 0.75;
  strokePath(ctx, 'M214 278 C211 340 213 390 220 432', 11, glaze.shine);
  ctx.globalAlpha = 1;
}

function drawSpeckles(ctx: Ctx): void {
  const next = scatter(11);
  for (let i = 0; i < 70; i++) {
    const size = 0.8 + next() * 2;
    ellipse(
      ctx,
      172 + next() * 256,
      260 + next() * 300,
      size,
      size,
      `rgba(20,12,24,${(0.12 + next() * 0.2).toFixed(2)})`,
    );
  }
}

function drawRim(ctx: Ctx, glaze: Glaze): void {
  ellipse(ctx, 300, 224, 128, 31, glaze.light);
  ellipse(
    ctx,
    300,
    226,
    117,
    25,
    down(ctx, 200, 252, [
      [0, glaze.inside],
      [1, glaze.base],
    ]),
  );
  clipped(ctx, 'M183 226 A117 25 0 0 0 417 226 A117 25 0 0 0 183 226 Z', () => {
    ellipse(ctx, 300, 246, 104, 19, '#3a2013');
    ellipse(ctx, 300, 248, 98, 16, '#5d3822');
  });
  strokePath(ctx, 'M190 214 C214 201 252 196 292 195', 3, glaze.shine);
}
