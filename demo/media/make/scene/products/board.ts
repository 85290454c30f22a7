import { across, clipped, down, ellipse, fillPath, scatter, scoped, strokePath, type Ctx } from '../paint.ts';

const BOARD =
  'M214 196 C250 186 284 178 288 150 C290 120 284 96 286 78 C288 44 352 44 354 78 C356 96 350 120 352 150 C356 178 390 186 426 196 C446 202 452 216 452 236 V532 C452 552 440 562 420 562 H220 C200 562 188 552 188 532 V236 C188 216 194 202 214 196 Z';
const HOLE = { x: 320, y: 88, r: 14 };

/** An oak paddle board on a low brass stand. */
export function drawBoard(ctx: Ctx): void {
  drawStand(ctx, 'back');
  scoped(ctx, () => {
    ctx.translate(320, 560);
    ctx.rotate(0.035);
    ctx.translate(-320, -560);
    // The edge of the wood, seen as a darker copy beside the face.
    scoped(ctx, () => {
      ctx.translate(11, 3);
      fillPath(ctx, BOARD, '#7a4f28');
    });
    fillPath(
      ctx,
      BOARD,
      across(ctx, 188, 452, [
        [0, '#b98349'],
        [0.3, '#dcae72'],
        [0.62, '#cf9c5f'],
        [1, '#b27b43'],
      ]),
    );
    clipped(ctx, BOARD, () => drawGrain(ctx));
    strokePath(ctx, 'M200 236 C200 212 214 206 232 202 C262 194 294 186 298 152', 3, 'rgba(255,236,200,.7)');
    strokePath(ctx, 'M198 250 V528', 3, 'rgba(255,236,200,.55)');
    ellipse(ctx, HOLE.x, HOLE.y, HOLE.r, HOLE.r, '#6a4423');
    ellipse(ctx, HOLE.x + 2, HOLE.y + 3, HOLE.r - 4, HOLE.r - 4, '#f0d7b6');
  });
  drawStand(ctx, 'front');
}

function drawGrain(ctx: Ctx): void {
  const next = scatter(5);
  for (let i = 0; i < 34; i++) {
    const x = 180 + i * 8.4 + next() * 5;
    const bend = (next() - 0.5) * 26;
    const d = `M${x.toFixed(1)} 30 C${(x + bend).toFixed(1)} 200 ${(x - bend).toFixed(1)} 380 ${(x + bend * 0.5).toFixed(1)} 580`;
    strokePath(ctx, d, 0.8 + next() * 2, `rgba(112,66,26,${(0.1 + next() * 0.18).toFixed(2)})`);
  }
  for (let ring = 0; ring < 6; ring++) {
    ctx.strokeStyle = `rgba(104,60,24,${(0.34 - ring * 0.045).toFixed(3)})`;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.ellipse(366, 372, 6 + ring * 9, 20 + ring * 24, 0.06, 0, Math.PI * 2);
    ctx.stroke();
  }
  fillPath(
    ctx,
    'M180 40 H470 V570 H180 Z',
    down(ctx, 60, 570, [
      [0, 'rgba(255,244,220,.22)'],
      [0.5, 'rgba(255,244,220,0)'],
      [1, 'rgba(70,36,8,.26)'],
    ]),
  );
}

function drawStand(ctx: Ctx, part: 'back' | 'front'): void {
  const brass = '#b8873a';
  if (part === 'back') {
    strokePath(ctx, 'M226 572 L262 470 M414 572 L378 470', 9, '#7d561f');
    return;
  }
  strokePath(ctx, 'M206 572 H434', 11, brass);
  strokePath(ctx, 'M212 569 H428', 3, '#f0d493');
  strokePath(ctx, 'M232 570 V548 M408 570 V548', 10, brass);
}
