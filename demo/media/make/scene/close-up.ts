import { HEIGHT, WIDTH, type Shot } from '../timeline.ts';
import {
  blurred,
  down,
  fillPath,
  glow,
  layer,
  scatter,
  scoped,
  settle,
  spacedText,
  SANS,
  SERIF,
  type Ctx,
} from './paint.ts';
import { drawLampLight } from './products/lamp.ts';
import { BOX, productArt, type ProductArt } from './products/index.ts';
import { applyCamera, drawPlaced } from './stage.ts';
import { cameraAt, closeUpOf } from './staging.ts';

const backdrops = new Map<string, OffscreenCanvas>();
let leaves: OffscreenCanvas | undefined;

/** The product and its name, filling the frame. */
export function drawCloseUp(ctx: Ctx, shot: Shot, frame: number): void {
  const art = productArt(shot.product ?? '');
  ctx.drawImage(backdropOf(art), 0, 0, WIDTH, HEIGHT);
  drawLeafShadow(ctx, art, frame);
  scoped(ctx, () => {
    applyCamera(ctx, cameraAt(shot, frame));
    const placed = closeUpOf(art.id);
    drawPlaced(ctx, placed, frame);
    if (art.hangs) {
      ctx.translate(placed.x - (BOX / 2) * placed.scale, placed.y);
      ctx.scale(placed.scale, placed.scale);
      drawLampLight(ctx);
    }
  });
  drawName(ctx, art, frame - shot.from);
}

function backdropOf(art: ProductArt): OffscreenCanvas {
  let made = backdrops.get(art.id);
  if (!made) {
    made = layer(WIDTH, HEIGHT, 1, (ctx) => {
      paintBackdrop(ctx, art, WIDTH, HEIGHT, [900, 330]);
    });
    backdrops.set(art.id, made);
  }
  return made;
}

/** A coved backdrop in the product's own tint; also behind the product pictures. */
export function paintBackdrop(
  ctx: Ctx,
  { backdrop, hangs }: ProductArt,
  width: number,
  height: number,
  light: readonly [number, number],
): void {
  const all = `M0 0 H${String(width)} V${String(height)} H0 Z`;
  fillPath(
    ctx,
    all,
    down(ctx, 0, height, [
      [0, backdrop.base],
      [1, backdrop.deep],
    ]),
  );
  fillPath(
    ctx,
    all,
    glow(ctx, light, width * 0.62, [
      [0, backdrop.light],
      [0.45, `${backdrop.light}80`],
      [1, `${backdrop.light}00`],
    ]),
  );
  if (hangs) return;
  // Where wall turns into floor, softly.
  const horizon = height * 0.78;
  fillPath(
    ctx,
    `M0 ${String(horizon - 60)} H${String(width)} V${String(height)} H0 Z`,
    down(ctx, horizon - 60, height, [
      [0, `${backdrop.light}00`],
      [0.4, `${backdrop.light}66`],
      [1, `${backdrop.deep}40`],
    ]),
  );
}

// Shadows of leaves that sway over the backdrop: blurred once, then only moved.
function drawLeafShadow(ctx: Ctx, { hangs }: ProductArt, frame: number): void {
  if (hangs) return;
  leaves ??= layer(760, 420, 1, (soft) => {
    blurred(soft, 9, () => {
      drawLeaves(soft);
    });
  });
  scoped(ctx, () => {
    ctx.globalAlpha = 0.2;
    ctx.globalCompositeOperation = 'multiply';
    ctx.translate(1210, -30);
    ctx.rotate(2.25 + Math.sin(frame / 46) * 0.025);
    ctx.drawImage(leaves as OffscreenCanvas, -20, -210);
  });
}

function drawLeaves(ctx: Ctx): void {
  const next = scatter(17);
  ctx.fillStyle = '#5b4334';
  for (let i = 0; i < 20; i++) {
    scoped(ctx, () => {
      ctx.translate(40 + i * 33, 210 + Math.sin(i * 0.35) * 26);
      ctx.rotate((i % 2 ? 1 : -1) * (0.7 + next() * 0.35));
      const size = 150 - i * 4.6;
      fillPath(
        ctx,
        `M0 0 C${String(size * 0.4)} ${String(-size * 0.16)} ${String(size * 0.8)} ${String(-size * 0.12)} ${String(size)} 0 C${String(size * 0.8)} ${String(size * 0.12)} ${String(size * 0.4)} ${String(size * 0.16)} 0 0 Z`,
        '#5b4334',
      );
    });
  }
}

// The name is whole in the very first frame, since that is the frame that a highlight is measured by; it only settles.
function drawName(ctx: Ctx, { title, note, backdrop, hangs }: ProductArt, age: number): void {
  const slide = (1 - settle(age / 40)) * 22;
  scoped(ctx, () => {
    ctx.translate(78 - slide, 0);
    ctx.fillStyle = backdrop.ink;
    ctx.font = `600 17px ${SANS}`;
    spacedText(ctx, 'MAISON ALDER', 3, 214, 5);
    ctx.font = `84px ${SERIF}`;
    ctx.fillText(title[0], 0, 312);
    ctx.fillText(title[1], 0, 404);
    ctx.globalAlpha = hangs ? 0.85 : 0.75;
    ctx.fillRect(2, 440, 56 + settle(age / 60) * 40, 2);
    ctx.font = `400 23px ${SANS}`;
    ctx.fillText(note, 2, 482);
  });
}
