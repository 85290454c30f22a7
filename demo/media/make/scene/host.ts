import { drawArm } from './host-arms.ts';
import { drawHead } from './host-face.ts';
import type { Pose } from './host-pose.ts';
import { across, clipped, down, fillPath, scoped, strokePath, type Ctx } from './paint.ts';

const TORSO =
  'M318 326 C292 336 262 344 246 366 C232 388 232 470 236 640 H464 C468 470 468 388 454 366 C438 344 408 336 382 326 C372 346 328 346 318 326 Z';

/** Body and head, to be drawn before the table. */
export function drawHost(ctx: Ctx, pose: Pose): void {
  scoped(ctx, () => {
    ctx.translate(0, pose.breath * 1.2);
    fillPath(
      ctx,
      TORSO,
      across(ctx, 236, 464, [
        [0, '#1f2f43'],
        [0.5, '#2f4560'],
        [1, '#3b5574'],
      ]),
    );
    drawApron(ctx);
    drawNeck(ctx);
    strokePath(ctx, 'M316 328 C328 352 372 352 384 328', 7, '#3d5674');
  });
  scoped(ctx, () => {
    ctx.translate(350 + pose.turn * 4, 232 + pose.breath * 1.6 + pose.mouth * 1.4);
    ctx.translate(0, 70);
    ctx.rotate(pose.tilt + pose.turn * 0.03);
    ctx.translate(0, -70);
    drawHead(ctx, pose);
  });
}

/** The arms lie over the table's edge. */
export function drawHostArms(ctx: Ctx, pose: Pose): void {
  const y = 384 + pose.breath * 1.2;
  drawArm(ctx, [270, y], pose.left, -1);
  drawArm(ctx, [430, y], pose.right, 1);
}

function drawNeck(ctx: Ctx): void {
  const neck = 'M322 278 V330 C330 348 370 348 378 330 V278 Z';
  fillPath(
    ctx,
    neck,
    across(ctx, 320, 380, [
      [0, '#c98c67'],
      [0.6, '#e3ac86'],
      [1, '#eab892'],
    ]),
  );
  clipped(ctx, neck, () => {
    fillPath(ctx, 'M310 280 H390 V326 C372 314 336 312 310 322 Z', 'rgba(150,84,54,.38)');
  });
}

function drawApron(ctx: Ctx): void {
  strokePath(ctx, 'M304 420 C300 380 306 350 318 332 M396 420 C400 380 394 350 382 332', 11, '#d9c09a');
  const bib = 'M296 412 H404 C410 440 424 452 440 462 V650 H260 V462 C276 452 290 440 296 412 Z';
  fillPath(
    ctx,
    bib,
    across(ctx, 260, 440, [
      [0, '#c2a67d'],
      [0.45, '#e6d2ae'],
      [1, '#f0dfc0'],
    ]),
  );
  clipped(ctx, bib, () => {
    fillPath(
      ctx,
      'M250 400 H450 V650 H250 Z',
      down(ctx, 430, 620, [
        [0, 'rgba(96,60,30,0)'],
        [1, 'rgba(96,60,30,.4)'],
      ]),
    );
  });
  strokePath(ctx, 'M299 420 H401', 2, '#b08f62');
  ctx.fillStyle = '#9c5a3c';
  ctx.font = 'italic 17px P052, "Palatino Linotype", Palatino, Georgia, serif';
  ctx.textAlign = 'center';
  ctx.fillText('Alder', 350, 446);
  ctx.textAlign = 'left';
  strokePath(
    ctx,
    'M312 500 H388 V540 C388 552 380 556 372 556 H328 C320 556 312 552 312 540 Z',
    2,
    '#b89a6e',
  );
}
