import { across, clipped, down, fillPath, scatter, scoped, strokePath, type Ctx } from '../paint.ts';

const ROLLS = [
  { y: 500, left: 92, right: 540 },
  { y: 440, left: 100, right: 532 },
];
const TOP =
  'M108 414 C128 362 158 338 196 334 L452 334 C492 338 516 368 532 414 C536 436 522 446 502 446 L134 446 C110 446 102 434 108 414 Z';
const TAIL =
  'M286 330 C344 323 410 323 456 330 C468 366 474 396 478 430 C482 470 478 500 482 538 C430 548 366 548 308 540 C314 496 308 450 304 416 C300 386 294 358 286 330 Z';

/** A linen scarf, folded, its end laid over the front with a fern worked into it. */
export function drawScarf(ctx: Ctx): void {
  for (const roll of ROLLS) drawRoll(ctx, roll.y, roll.left, roll.right);
  fillPath(
    ctx,
    TOP,
    down(ctx, 334, 446, [
      [0, '#a9c4a4'],
      [0.7, '#8bad8a'],
      [1, '#6d9272'],
    ]),
  );
  clipped(ctx, TOP, () => weave(ctx, 330, 448));
  drawTail(ctx);
}

function drawRoll(ctx: Ctx, y: number, left: number, right: number): void {
  const d = `M${String(left + 34)} ${String(y)} H${String(right - 30)} Q${String(right)} ${String(y)} ${String(right)} ${String(y + 32)} Q${String(right)} ${String(y + 66)} ${String(right - 30)} ${String(y + 66)} H${String(left + 34)} Q${String(left)} ${String(y + 66)} ${String(left)} ${String(y + 33)} Q${String(left)} ${String(y)} ${String(left + 34)} ${String(y)} Z`;
  fillPath(
    ctx,
    d,
    down(ctx, y, y + 66, [
      [0, '#6f9474'],
      [0.3, '#9cbb99'],
      [0.62, '#7fa381'],
      [1, '#48684f'],
    ]),
  );
  clipped(ctx, d, () => {
    weave(ctx, y, y + 66);
    fillPath(
      ctx,
      'M80 270 H560 V580 H80 Z',
      across(ctx, 90, 545, [
        [0, 'rgba(30,52,38,.42)'],
        [0.14, 'rgba(30,52,38,0)'],
        [0.82, 'rgba(30,52,38,0)'],
        [1, 'rgba(30,52,38,.38)'],
      ]),
    );
  });
}

function drawTail(ctx: Ctx): void {
  scoped(ctx, () => {
    ctx.shadowColor = 'rgba(28,50,36,.5)';
    ctx.shadowBlur = 22;
    ctx.shadowOffsetY = 8;
    fillPath(ctx, TAIL, '#86a985');
  });
  drawFringe(ctx);
  fillPath(
    ctx,
    TAIL,
    across(ctx, 300, 480, [
      [0, '#789d7b'],
      [0.22, '#a7c4a3'],
      [0.5, '#8fb08e'],
      [0.78, '#a2c09e'],
      [1, '#6c916f'],
    ]),
  );
  clipped(ctx, TAIL, () => {
    weave(ctx, 322, 550);
    fillPath(
      ctx,
      'M270 322 H500 V560 H270 Z',
      down(ctx, 360, 460, [
        [0, 'rgba(255,255,240,.16)'],
        [0.4, 'rgba(255,255,240,.1)'],
        [1, 'rgba(30,52,38,.12)'],
      ]),
    );
    for (const y of [508, 518])
      strokePath(
        ctx,
        `M300 ${String(y)} C360 ${String(y + 6)} 430 ${String(y + 6)} 490 ${String(y - 2)}`,
        3,
        '#e9e6cf',
      );
  });
  drawFern(ctx);
}

function drawFringe(ctx: Ctx): void {
  for (let i = 0; i <= 28; i++) {
    const x = 312 + i * 6;
    const lean = Math.sin(i * 1.7) * 5;
    strokePath(
      ctx,
      `M${String(x)} 536 Q${String(x + lean)} 560 ${String(x + lean * 1.4)} ${String(576 + Math.cos(i * 2.3) * 6)}`,
      3.2,
      i % 2 ? '#8fb08e' : '#719674',
    );
  }
}

function drawFern(ctx: Ctx): void {
  const thread = '#eef0dc';
  strokePath(ctx, 'M402 496 C398 450 390 400 380 352', 3.4, thread);
  for (let i = 0; i < 8; i++) {
    const y = 482 - i * 17;
    const x = 401 - i * 2.6;
    const reach = 34 - i * 3;
    strokePath(
      ctx,
      `M${String(x)} ${String(y)} q${String(-reach * 0.5)} ${String(-4)} ${String(-reach)} ${String(-16)}`,
      4,
      thread,
    );
    strokePath(
      ctx,
      `M${String(x)} ${String(y - 6)} q${String(reach * 0.5)} ${String(-8)} ${String(reach * 0.86)} ${String(-22)}`,
      4,
      thread,
    );
  }
}

function weave(ctx: Ctx, top: number, bottom: number): void {
  const next = scatter(top);
  ctx.globalAlpha = 0.1;
  for (let y = top; y < bottom; y += 5)
    strokePath(ctx, `M80 ${String(y)} H560`, 1.2, next() > 0.5 ? '#f4f6e4' : '#3f5f47');
  ctx.globalAlpha = 1;
}
