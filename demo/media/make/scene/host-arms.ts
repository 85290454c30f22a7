import type { Arm } from './host-pose.ts';
import { clamp, ellipse, scoped, strokePath, type Ctx, type Point } from './paint.ts';

const UPPER = 124;
const FORE = 118;
const SLEEVE = '#2f4560';
const SLEEVE_SHADE = '#24364c';
const SKIN = '#e3ac86';
const SKIN_SHADE = '#c98c67';

/** One arm from shoulder to fingertips. `side` is -1 for the arm at the picture's left. */
export function drawArm(ctx: Ctx, shoulder: Point, arm: Arm, side: -1 | 1): void {
  const elbow = elbowOf(shoulder, arm.hand, side);
  scoped(ctx, () => {
    ctx.shadowColor = 'rgba(20,16,24,.35)';
    ctx.shadowBlur = 16;
    ctx.shadowOffsetY = 6;
    drawHand(ctx, arm, side);
    limb(ctx, [shoulder, elbow, arm.hand], side < 0 ? SLEEVE_SHADE : SLEEVE);
  });
  drawHand(ctx, arm, side);
  limb(ctx, [shoulder, elbow, arm.hand], side < 0 ? SLEEVE_SHADE : SLEEVE);
  highlight(ctx, [shoulder, elbow, arm.hand], side);
  cuff(ctx, elbow, arm.hand);
}

/**
 * Two bones; the elbow lies where they meet. Reaching out it bends down, with the hand near the body outwards; in between
 * it passes through the straight line, which looks like an arm turned towards the viewer.
 */
function elbowOf([sx, sy]: Point, [hx, hy]: Point, side: -1 | 1): Point {
  const reach = Math.min(Math.hypot(hx - sx, hy - sy), UPPER + FORE - 2);
  const along = (UPPER * UPPER - FORE * FORE + reach * reach) / (2 * reach);
  const direction = Math.atan2(hy - sy, hx - sx);
  const cos = Math.cos(direction);
  const sin = Math.sin(direction);
  const bend = clamp((cos * side - 0.3) * 4, -1, 1);
  const off = bend * Math.min(74, Math.sqrt(Math.max(0, UPPER * UPPER - along * along)));
  return [sx + cos * along - sin * off * side, sy + sin * along + cos * off * side];
}

// A row of circles with shrinking radius: a tapered sleeve without seams at the elbow.
function limb(ctx: Ctx, [shoulder, elbow, wrist]: readonly [Point, Point, Point], colour: string): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (let i = 0; i <= 60; i++) {
    const share = i / 60;
    const [x, y] = alongArm(shoulder, elbow, wrist, share);
    const radius = 33 - share * 13;
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, Math.PI * 2);
  }
  ctx.fill();
}

function alongArm(shoulder: Point, elbow: Point, wrist: Point, share: number): Point {
  // A quadratic bend near the elbow keeps the sleeve round there.
  const a = lerp(shoulder, elbow, Math.min(1, share * 2));
  const b = lerp(elbow, wrist, Math.max(0, share * 2 - 1));
  if (share < 0.4) return a;
  if (share > 0.6) return b;
  const local = (share - 0.4) / 0.2;
  const start = lerp(shoulder, elbow, 0.8);
  const end = lerp(elbow, wrist, 0.2);
  return lerp(lerp(start, elbow, local), lerp(elbow, end, local), local);
}

const lerp = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

function highlight(ctx: Ctx, [shoulder, elbow, wrist]: readonly [Point, Point, Point], side: -1 | 1): void {
  const up = -11;
  const points = [0.08, 0.3, 0.5, 0.7, 0.86].map((share) => alongArm(shoulder, elbow, wrist, share));
  const d = points
    .map(([x, y], index) => `${index ? 'L' : 'M'}${x.toFixed(1)} ${(y + up).toFixed(1)}`)
    .join(' ');
  strokePath(ctx, d, 12, side < 0 ? 'rgba(120,150,186,.10)' : 'rgba(150,180,214,.17)');
}

function cuff(ctx: Ctx, elbow: Point, [x, y]: Point): void {
  scoped(ctx, () => {
    ctx.translate(x, y);
    ctx.rotate(Math.atan2(y - elbow[1], x - elbow[0]));
    ctx.fillStyle = '#3d5674';
    ctx.beginPath();
    ctx.roundRect(-10, -21, 18, 42, 7);
    ctx.fill();
  });
}

function drawHand(ctx: Ctx, { hand: [x, y], angle, open }: Arm, side: -1 | 1): void {
  scoped(ctx, () => {
    ctx.translate(x, y);
    ctx.rotate(angle);
    // The thumb is on the upper side whichever way the hand points.
    if (Math.cos(angle) < 0) ctx.scale(1, -1);
    const length = 21 + open * 10;
    const finger = (index: number, colour: string): void => {
      const spread = (index - 1.5) * (0.1 + open * 0.13);
      const root = (index - 1.5) * 8;
      const reach = length - Math.abs(index - 1.2) * 3;
      const tipX = 30 + Math.cos(spread) * reach;
      const tipY = root + Math.sin(spread) * reach + (1 - open) * 5;
      strokePath(
        ctx,
        `M26 ${String(root)} Q${String(32 + reach * 0.5)} ${String(root)} ${String(tipX)} ${String(tipY)}`,
        10.5,
        colour,
      );
    };
    for (let index = 3; index >= 0; index--) finger(index, index % 2 ? '#dba27c' : SKIN);
    strokePath(ctx, 'M2 0 H16', 27, SKIN);
    ellipse(ctx, 22, 0, 20, 17.5, SKIN);
    strokePath(
      ctx,
      `M14 -11 Q26 ${String(-22 - open * 6)} ${String(38 + open * 2)} ${String(-21 - open * 9)}`,
      11,
      SKIN,
    );
    strokePath(ctx, 'M20 9 Q28 12 36 9', 2, side < 0 ? SKIN_SHADE : 'rgba(201,140,103,.6)');
  });
}
