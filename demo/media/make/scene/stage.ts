import { HEIGHT, WIDTH, type Shot } from '../timeline.ts';
import { drawHost, drawHostArms } from './host.ts';
import { poseAt } from './host-pose.ts';
import { blurred, ellipse, layer, scoped, settle, spacedText, SANS, SERIF, type Ctx } from './paint.ts';
import { drawLampLight } from './products/lamp.ts';
import { BOX, GROUND, productArt, sprite } from './products/index.ts';
import { makeRoom } from './room.ts';
import { cameraAt, setOf, type Camera, type Placed } from './staging.ts';
import { makeTable } from './table.ts';

let room: OffscreenCanvas | undefined;
let table: OffscreenCanvas | undefined;
let shadow: OffscreenCanvas | undefined;

/** The host behind the table, with the products of the shot. */
export function drawStage(ctx: Ctx, shot: Shot, frame: number): void {
  room ??= makeRoom();
  table ??= makeTable();
  const pose = poseAt(shot, frame);
  scoped(ctx, () => {
    applyCamera(ctx, cameraAt(shot, frame));
    ctx.drawImage(room as OffscreenCanvas, 0, 0, WIDTH, HEIGHT);
    const placed = setOf(shot);
    const hanging = placed.filter(({ id }) => productArt(id).hangs);
    for (const product of hanging) drawPlaced(ctx, product, frame);
    drawHost(ctx, pose);
    ctx.drawImage(table as OffscreenCanvas, 0, 0, WIDTH, HEIGHT);
    for (const product of placed) if (!hanging.includes(product)) drawPlaced(ctx, product, frame);
    for (const product of hanging) drawLight(ctx, product);
    drawHostArms(ctx, pose);
  });
  if (shot.kind === 'opening' || shot.kind === 'closing') drawTitle(ctx, shot, frame);
}

export function applyCamera(ctx: Ctx, { zoom, focus }: Camera): void {
  ctx.translate(focus[0] * WIDTH, focus[1] * HEIGHT);
  ctx.scale(zoom, zoom);
  ctx.translate(-focus[0] * WIDTH, -focus[1] * HEIGHT);
}

/** A product with its shadow. What hangs swings by a hair. */
export function drawPlaced(ctx: Ctx, { id, x, y, scale }: Placed, frame: number): void {
  const art = productArt(id);
  scoped(ctx, () => {
    ctx.translate(x, y);
    ctx.scale(scale, scale);
    if (art.hangs) ctx.rotate(Math.sin(frame / 52) * 0.008);
    else drawShadow(ctx, art.foot.half);
    ctx.drawImage(sprite(art), -art.foot.x, art.hangs ? 0 : -GROUND, BOX, BOX);
  });
}

function drawShadow(ctx: Ctx, half: number): void {
  shadow ??= layer(400, 120, 1, (soft) => {
    blurred(soft, 16, () => {
      ellipse(soft, 200, 60, 140, 17, 'rgba(44,18,8,.5)');
    });
    blurred(soft, 6, () => {
      ellipse(soft, 188, 60, 118, 8, 'rgba(34,12,4,.5)');
    });
  });
  const width = half * 2.9;
  ctx.drawImage(shadow, -width * 0.47, -width * 0.15, width, width * 0.3);
}

function drawLight(ctx: Ctx, { x, y, scale }: Placed): void {
  scoped(ctx, () => {
    ctx.translate(x - (BOX / 2) * scale, y);
    ctx.scale(scale, scale);
    drawLampLight(ctx);
  });
}

// In the niche, where no card, badge or control of a player lies.
function drawTitle(ctx: Ctx, shot: Shot, frame: number): void {
  const opening = shot.kind === 'opening';
  const share = settle((frame - shot.from - 12) / 36);
  if (share <= 0) return;
  scoped(ctx, () => {
    ctx.globalAlpha = share;
    ctx.translate(0, (1 - share) * 14);
    ctx.fillStyle = '#5b2a17';
    ctx.font = `600 15px ${SANS}`;
    spacedText(ctx, 'MAISON ALDER', 731, 198, 4);
    ctx.textAlign = 'center';
    ctx.font = `66px ${SERIF}`;
    ctx.fillText(opening ? 'Spring' : 'Thank', 808, 268);
    ctx.fillText(opening ? 'table' : 'you', 808, 332);
  });
}
