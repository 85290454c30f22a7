import { across, blurred, clipped, down, ellipse, fillPath, glow, strokePath, type Ctx } from '../paint.ts';

const DOME =
  'M292 196 C284 214 262 226 226 246 C146 290 96 356 90 430 C90 456 550 456 550 430 C544 356 494 290 414 246 C378 226 356 214 348 196 Z';

/** A brass dome on a textile cable; it hangs from the top edge of its box. */
export function drawLamp(ctx: Ctx): void {
  strokePath(ctx, 'M320 0 V140', 7, '#4a3527');
  strokePath(ctx, 'M318.5 0 V140', 2, '#8b6a4d');
  drawCap(ctx);
  fillPath(
    ctx,
    DOME,
    across(ctx, 90, 550, [
      [0, '#6f4a17'],
      [0.12, '#b98631'],
      [0.3, '#f6dc93'],
      [0.42, '#d9a848'],
      [0.68, '#a97425'],
      [0.86, '#d3a24a'],
      [1, '#6a4414'],
    ]),
  );
  clipped(ctx, DOME, () => {
    fillPath(
      ctx,
      'M60 180 H580 V470 H60 Z',
      down(ctx, 200, 450, [
        [0, 'rgba(255,240,200,.28)'],
        [0.4, 'rgba(255,240,200,0)'],
        [1, 'rgba(70,35,0,.34)'],
      ]),
    );
    blurred(ctx, 7, () => strokePath(ctx, 'M262 240 C190 282 152 340 142 410', 16, 'rgba(255,250,226,.85)'));
    blurred(ctx, 4, () => strokePath(ctx, 'M470 318 C494 350 508 384 512 420', 7, 'rgba(255,236,186,.55)'));
  });
  drawInside(ctx);
}

function drawCap(ctx: Ctx): void {
  const brass = across(ctx, 288, 352, [
    [0, '#7a5219'],
    [0.35, '#f3d58a'],
    [0.6, '#c08d36'],
    [1, '#6d4715'],
  ]);
  fillPath(ctx, 'M306 132 H334 Q338 132 338 138 L342 160 H298 L302 138 Q302 132 306 132 Z', brass);
  fillPath(ctx, 'M296 158 H344 Q352 158 352 168 V200 H288 V168 Q288 158 296 158 Z', brass);
  strokePath(ctx, 'M290 178 H350', 2, 'rgba(70,40,0,.4)');
}

// Seen from a little below: the lit inside and the bulb.
function drawInside(ctx: Ctx): void {
  ellipse(ctx, 320, 432, 230, 30, '#8a5d1e');
  ellipse(
    ctx,
    320,
    433,
    224,
    26,
    glow(ctx, [320, 430], 226, [
      [0, '#fffbe6'],
      [0.35, '#ffe9ab'],
      [0.75, '#f3bf62'],
      [1, '#c98d35'],
    ]),
  );
  ellipse(
    ctx,
    320,
    446,
    42,
    40,
    glow(ctx, [316, 446], 46, [
      [0, '#ffffff'],
      [0.6, '#fff6d2'],
      [1, '#ffe6a0'],
    ]),
  );
}

/** The pool of light under the lamp, drawn apart so that it may lie over other things. */
export function drawLampLight(ctx: Ctx): void {
  ctx.globalCompositeOperation = 'screen';
  ellipse(
    ctx,
    320,
    450,
    320,
    300,
    glow(ctx, [320, 450], 310, [
      [0, 'rgba(255,226,150,.55)'],
      [0.4, 'rgba(255,206,120,.2)'],
      [1, 'rgba(255,190,100,0)'],
    ]),
  );
}
