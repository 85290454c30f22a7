import {
  across,
  clipped,
  down,
  ellipse,
  fillPath,
  scatter,
  scoped,
  sheen,
  strokePath,
  type Ctx,
} from '../paint.ts';

const BODY =
  'M276 262 C280 300 270 316 238 338 C188 372 164 420 168 470 C172 522 206 568 262 570 H378 C434 568 468 522 472 470 C476 420 452 372 402 338 C370 316 360 300 364 262 Z';

/** A round sandstone vase with branches of eucalyptus and dried grass. */
export function drawVase(ctx: Ctx): void {
  ellipse(ctx, 320, 262, 44, 11, '#5f4630');
  drawGrass(ctx);
  drawBranch(ctx, [318, 268], -0.42, 190, 8);
  drawBranch(ctx, [324, 268], 0.36, 205, 9);
  drawBranch(ctx, [320, 268], -0.04, 214, 9);
  drawBody(ctx);
}

function drawBody(ctx: Ctx): void {
  fillPath(
    ctx,
    BODY,
    across(ctx, 166, 474, [
      [0, '#a07a53'],
      [0.28, '#efdcbd'],
      [0.5, '#e2c79d'],
      [0.8, '#c19c6c'],
      [1, '#8a653f'],
    ]),
  );
  clipped(ctx, BODY, () => {
    drawStrata(ctx);
    fillPath(
      ctx,
      'M150 250 H490 V580 H150 Z',
      down(ctx, 380, 575, [
        [0, 'rgba(84,50,20,0)'],
        [1, 'rgba(84,50,20,.42)'],
      ]),
    );
    ctx.globalAlpha = 0.6;
    sheen(ctx, 250, 420, 92, 130, '#fff8e8');
    ctx.globalAlpha = 1;
  });
  // The near edge of the lip, over the stems.
  strokePath(ctx, 'M276 262 C284 276 356 276 364 262', 6, '#f3e3c8');
  strokePath(ctx, 'M276 262 C284 251 356 251 364 262', 3, '#caa878');
}

function drawStrata(ctx: Ctx): void {
  const next = scatter(29);
  const colours = ['#b98d5c', '#f4e6cd', '#c9a274', '#a9784a', '#efdcb8'];
  for (let i = 0; i < 15; i++) {
    const y = 326 + i * 17 + next() * 6;
    const wave = 7 + next() * 6;
    const d = `M150 ${y.toFixed(1)} C220 ${(y + wave).toFixed(1)} 290 ${(y + wave * 1.9).toFixed(1)} 330 ${(y + wave * 1.5).toFixed(1)} S440 ${(y + wave).toFixed(1)} 490 ${y.toFixed(1)}`;
    scoped(ctx, () => {
      ctx.globalAlpha = 0.22 + next() * 0.2;
      strokePath(ctx, d, 3 + next() * 7, colours[i % colours.length] ?? '#c9a274');
    });
  }
}

function drawGrass(ctx: Ctx): void {
  for (const [lean, height] of [
    [-96, 178],
    [-34, 214],
    [70, 190],
    [118, 150],
  ] as const) {
    strokePath(
      ctx,
      `M320 266 Q${String(320 + lean * 0.3)} ${String(266 - height * 0.6)} ${String(320 + lean)} ${String(266 - height)}`,
      3,
      '#c9a86c',
    );
    for (let i = 0; i < 9; i++) {
      const share = 0.72 + i * 0.035;
      const x = 320 + lean * share * share;
      const y = 266 - height * share;
      const side = i % 2 ? 1 : -1;
      strokePath(
        ctx,
        `M${x.toFixed(1)} ${y.toFixed(1)} q${String(side * 7)} -5 ${String(side * 11)} -15`,
        5,
        i % 3 ? '#dcc08a' : '#ead6a8',
      );
    }
  }
}

function drawBranch(
  ctx: Ctx,
  [x, y]: readonly [number, number],
  lean: number,
  length: number,
  leaves: number,
): void {
  const tipX = x + Math.sin(lean) * length;
  const tipY = y - Math.cos(lean) * length;
  strokePath(
    ctx,
    `M${String(x)} ${String(y)} Q${String(x + lean * 16)} ${String(y - length * 0.5)} ${String(tipX)} ${String(tipY)}`,
    4,
    '#6f7f63',
  );
  for (let i = 1; i <= leaves; i++) {
    const share = 0.22 + (i / leaves) * 0.78;
    const side = i % 2 ? 1 : -1;
    scoped(ctx, () => {
      ctx.translate(x + (tipX - x) * share * (0.72 + 0.28 * share), y + (tipY - y) * share);
      ctx.rotate(lean + side * 0.95);
      const size = 27 - i * 1.2;
      fillPath(
        ctx,
        `M0 0 C${String(-size * 0.55)} ${String(-size * 0.5)} ${String(-size * 0.45)} ${String(-size * 1.3)} 0 ${String(-size * 1.5)} C${String(size * 0.45)} ${String(-size * 1.3)} ${String(size * 0.55)} ${String(-size * 0.5)} 0 0 Z`,
        i % 3 ? '#8ba287' : '#a5b79c',
      );
      strokePath(ctx, `M0 -3 V${String(-size * 1.2)}`, 1.2, 'rgba(60,80,58,.45)');
    });
  }
}
