// Small drawing helpers that the whole scene shares.

export type Ctx = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
export type Point = readonly [x: number, y: number];
export type Stops = readonly (readonly [offset: number, colour: string])[];

export const SERIF = 'P052, "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif';
export const SANS = 'Inter, "Helvetica Neue", Arial, sans-serif';

export const clamp = (value: number, low = 0, high = 1): number => Math.min(high, Math.max(low, value));
export const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** Slow at both ends. */
export function ease(share: number): number {
  const x = clamp(share);
  return x * x * x * (x * (x * 6 - 15) + 10);
}

/** Fast at first, then settling. */
export const settle = (share: number): number => 1 - (1 - clamp(share)) ** 3;

export function across(ctx: Ctx, x0: number, x1: number, stops: Stops): CanvasGradient {
  return withStops(ctx.createLinearGradient(x0, 0, x1, 0), stops);
}

export function down(ctx: Ctx, y0: number, y1: number, stops: Stops): CanvasGradient {
  return withStops(ctx.createLinearGradient(0, y0, 0, y1), stops);
}

export function glow(ctx: Ctx, [x, y]: Point, radius: number, stops: Stops): CanvasGradient {
  return withStops(ctx.createRadialGradient(x, y, 0, x, y, radius), stops);
}

function withStops(gradient: CanvasGradient, stops: Stops): CanvasGradient {
  for (const [offset, colour] of stops) gradient.addColorStop(offset, colour);
  return gradient;
}

export function ellipse(
  ctx: Ctx,
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string | CanvasGradient,
): void {
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  ctx.fill();
}

/** A soft oval light that fades to nothing at its edge. */
export function sheen(ctx: Ctx, x: number, y: number, rx: number, ry: number, colour: string): void {
  scoped(ctx, () => {
    ctx.translate(x, y);
    ctx.scale(1, ry / rx);
    ellipse(
      ctx,
      0,
      0,
      rx,
      rx,
      glow(ctx, [0, 0], rx, [
        [0, colour],
        [1, `${colour}00`],
      ]),
    );
  });
}

export function fillPath(ctx: Ctx, d: string, fill: string | CanvasGradient): void {
  ctx.fillStyle = fill;
  ctx.fill(new Path2D(d));
}

export function strokePath(ctx: Ctx, d: string, width: number, stroke: string | CanvasGradient): void {
  ctx.strokeStyle = stroke;
  ctx.lineWidth = width;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.stroke(new Path2D(d));
}

/** Draws with the context's state put back afterwards. */
export function scoped(ctx: Ctx, draw: () => void): void {
  ctx.save();
  draw();
  ctx.restore();
}

/** Draws through a blur; only for layers that are made once, since it is slow. */
export function blurred(ctx: Ctx, radius: number, draw: () => void): void {
  scoped(ctx, () => {
    ctx.filter = `blur(${String(radius)}px)`;
    draw();
  });
}

export function clipped(ctx: Ctx, d: string, draw: () => void): void {
  scoped(ctx, () => {
    ctx.clip(new Path2D(d));
    draw();
  });
}

export interface Layer {
  canvas: OffscreenCanvas;
  ctx: Ctx;
}

/** A picture of its own, drawn once at `scale` times its size so that it stays sharp under a moving camera. */
export function layer(
  width: number,
  height: number,
  scale: number,
  draw: (ctx: Ctx) => void,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('no 2d context');
  ctx.scale(scale, scale);
  draw(ctx);
  return canvas;
}

/** Numbers that look random and are the same on every run. */
export function scatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Text with its letters set apart, measured letter by letter since canvas spacing differs between browsers. */
export function spacedText(ctx: Ctx, text: string, x: number, y: number, gap: number): void {
  let left = x;
  for (const letter of text) {
    ctx.fillText(letter, left, y);
    left += ctx.measureText(letter).width + gap;
  }
}
