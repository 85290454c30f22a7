import type { Pose } from './host-pose.ts';
import { across, ellipse, fillPath, glow, scoped, strokePath, type Ctx } from './paint.ts';

const HAIR = '#4b2c20';
const HAIR_LIGHT = '#7a4a33';
const INK = '#3a2118';

/** The head, drawn around (0, 0) as the middle of the face. */
export function drawHead(ctx: Ctx, pose: Pose): void {
  drawHairBehind(ctx, pose.turn);
  drawSkin(ctx, pose.turn);
  scoped(ctx, () => {
    ctx.translate(pose.turn * 11, 0);
    drawEyes(ctx, pose);
    drawNose(ctx, pose.turn);
    drawMouth(ctx, pose.mouth);
  });
  drawHairInFront(ctx, pose.turn);
}

function drawHairBehind(ctx: Ctx, turn: number): void {
  const shift = -turn * 5;
  ellipse(ctx, 8 + shift * 1.6, -104, 36, 33, HAIR);
  strokePath(ctx, `M${String(-16 + shift)} -112 C-4 -128 18 -130 30 -114`, 5, HAIR_LIGHT);
  strokePath(ctx, `M${String(-12 + shift)} -98 C2 -108 20 -108 32 -98`, 3, HAIR_LIGHT);
  ellipse(
    ctx,
    shift,
    -16,
    75,
    82,
    across(ctx, -75, 75, [
      [0, '#3a2017'],
      [0.6, HAIR],
      [1, '#6b3f2b'],
    ]),
  );
}

function drawSkin(ctx: Ctx, turn: number): void {
  for (const side of [-1, 1]) {
    const x = side * 60 - turn * 6;
    ellipse(ctx, x, 8, 11, 16, '#d79d77');
    ellipse(ctx, x, 30, 4.5, 4.5, '#d9a441');
    ellipse(ctx, x - 1, 29, 1.6, 1.6, '#fff0c4');
  }
  const face =
    'M-59 -22 C-60 -62 -34 -78 0 -78 C34 -78 60 -62 59 -22 C59 26 44 78 0 78 C-44 78 -59 26 -59 -22 Z';
  fillPath(
    ctx,
    face,
    across(ctx, -62, 62, [
      [0, '#d89e77'],
      [0.4, '#ecbb95'],
      [0.8, '#f6cda8'],
      [1, '#f2c49d'],
    ]),
  );
  for (const side of [-1, 1]) {
    const x = side * 33 + turn * 9;
    ellipse(
      ctx,
      x,
      26,
      19,
      14,
      glow(ctx, [x, 26], 19, [
        [0, 'rgba(222,104,82,.38)'],
        [1, 'rgba(222,104,82,0)'],
      ]),
    );
  }
}

function drawEyes(ctx: Ctx, { blink, brow, turn }: Pose): void {
  for (const side of [-1, 1]) {
    const x = side * 25;
    const height = 8.4 * (1 - blink);
    if (height > 1.2) {
      ellipse(ctx, x, 0, 9.6, height, '#fffaf4');
      scoped(ctx, () => {
        ctx.beginPath();
        ctx.ellipse(x, 0, 9.6, height, 0, 0, Math.PI * 2);
        ctx.clip();
        ellipse(ctx, x + turn * 2.6, 0.5, 6.6, 7.4, '#5b3a24');
        ellipse(ctx, x + turn * 2.6, 0.5, 3.4, 3.8, '#21120b');
        ellipse(ctx, x + turn * 2.6 + 2.2, -2.4, 1.9, 1.9, '#fff');
      });
    }
    const lid = -height;
    strokePath(
      ctx,
      `M${String(x - 11)} ${String(lid * 0.35 + 2)} Q${String(x)} ${String(lid * 1.25)} ${String(x + 11)} ${String(lid * 0.35 + 2)}`,
      3.2,
      INK,
    );
    strokePath(ctx, `M${String(x + side * 10)} ${String(lid * 0.4 + 1)} l${String(side * 4)} -4`, 2.4, INK);
    const rise = -22 - brow * 4;
    strokePath(
      ctx,
      `M${String(x - side * 12)} ${String(rise + 2)} Q${String(x + side * 2)} ${String(rise - 5)} ${String(x + side * 14)} ${String(rise + 3)}`,
      4.4,
      HAIR,
    );
  }
}

function drawNose(ctx: Ctx, turn: number): void {
  const side = turn >= 0 ? 1 : -1;
  strokePath(
    ctx,
    `M${String(side * 2)} 6 C${String(side * 6)} 16 ${String(side * 9)} 22 ${String(side * 5)} 26 C${String(side * 3)} 28 -1 28 -3 27`,
    2.8,
    '#c4835f',
  );
}

function drawMouth(ctx: Ctx, open: number): void {
  const drop = open * 19;
  const half = 19 - open * 5;
  if (open < 0.1) {
    strokePath(ctx, 'M-18 44 Q0 58 18 44', 4, '#b2503f');
    strokePath(ctx, 'M-20 42 l2 3 M20 42 l-2 3', 2.4, '#c4835f');
    return;
  }
  const d = `M${String(-half)} 44 Q0 ${String(43 - open)} ${String(half)} 44 Q${String(half * 0.8)} ${String(50 + drop)} 0 ${String(51 + drop)} Q${String(-half * 0.8)} ${String(50 + drop)} ${String(-half)} 44 Z`;
  fillPath(ctx, d, '#6d2420');
  scoped(ctx, () => {
    ctx.clip(new Path2D(d));
    ellipse(ctx, 0, 41, half - 2, 7, '#fff8f0');
    ellipse(ctx, 0, 56 + drop, 11, 8, '#d66a60');
  });
  strokePath(ctx, d, 3.2, '#b2503f');
}

function drawHairInFront(ctx: Ctx, turn: number): void {
  scoped(ctx, () => {
    ctx.translate(turn * 3, 0);
    const fringe =
      'M-64 -6 C-70 -66 -40 -98 2 -97 C46 -97 72 -62 63 -4 C58 -26 52 -40 42 -52 C18 -44 -14 -48 -26 -62 C-34 -46 -54 -34 -64 -6 Z';
    fillPath(
      ctx,
      fringe,
      across(ctx, -66, 66, [
        [0, '#3f241a'],
        [0.55, HAIR],
        [1, '#7b4a32'],
      ]),
    );
    strokePath(ctx, 'M-20 -74 C-2 -86 30 -84 46 -62', 4, 'rgba(168,108,74,.55)');
    strokePath(ctx, 'M-32 -72 C-46 -62 -54 -48 -58 -34', 3, 'rgba(168,108,74,.35)');
  });
}
