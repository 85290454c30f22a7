import { HEIGHT, WIDTH } from '../timeline.ts';
import {
  across,
  blurred,
  down,
  ellipse,
  fillPath,
  glow,
  layer,
  scoped,
  sheen,
  strokePath,
  type Ctx,
} from './paint.ts';

export const TABLE_EDGE = 548;

/** The wall with its niche, shelf and window light. Drawn once, softened as if behind the point of focus. */
export function makeRoom(): OffscreenCanvas {
  return layer(WIDTH, HEIGHT, 1.3, (ctx) => {
    drawWall(ctx);
    blurred(ctx, 2, () => {
      drawNiche(ctx);
    });
    blurred(ctx, 2.5, () => {
      drawShelf(ctx);
    });
    drawWindowLight(ctx);
    blurred(ctx, 2, () => {
      drawPlant(ctx);
    });
    fillPath(
      ctx,
      `M0 0 H${String(WIDTH)} V${String(HEIGHT)} H0 Z`,
      glow(ctx, [760, 280], 900, [
        [0, 'rgba(70,24,10,0)'],
        [0.55, 'rgba(70,24,10,0)'],
        [1, 'rgba(70,24,10,.42)'],
      ]),
    );
  });
}

function drawWall(ctx: Ctx): void {
  fillPath(
    ctx,
    'M0 0 H1280 V720 H0 Z',
    across(ctx, 0, WIDTH, [
      [0, '#b9775a'],
      [0.35, '#dda076'],
      [0.68, '#f2c594'],
      [1, '#e3a878'],
    ]),
  );
  fillPath(
    ctx,
    'M0 0 H1280 V720 H0 Z',
    glow(ctx, [830, 190], 720, [
      [0, 'rgba(255,231,190,.85)'],
      [0.5, 'rgba(255,219,168,.28)'],
      [1, 'rgba(255,210,160,0)'],
    ]),
  );
}

function drawNiche(ctx: Ctx): void {
  const arch = 'M636 560 V250 A172 172 0 0 1 980 250 V560 Z';
  fillPath(
    ctx,
    arch,
    down(ctx, 80, 560, [
      [0, '#d68f63'],
      [0.5, '#e8ae7e'],
      [1, '#f0c091'],
    ]),
  );
  scoped(ctx, () => {
    ctx.clip(new Path2D(arch));
    const inside = across(ctx, 636, 980, [
      [0, 'rgba(120,56,28,.6)'],
      [0.5, 'rgba(120,56,28,.28)'],
      [1, 'rgba(120,56,28,0)'],
    ]);
    blurred(ctx, 14, () => {
      strokePath(ctx, 'M634 570 V250 A174 174 0 0 1 982 250', 40, inside);
    });
    ctx.globalAlpha = 0.8;
    sheen(ctx, 830, 430, 240, 300, '#ffeecd');
  });
  strokePath(
    ctx,
    'M980 560 V250 A172 172 0 0 0 636 250',
    3,
    across(ctx, 700, 980, [
      [0, 'rgba(255,240,214,0)'],
      [1, 'rgba(255,240,214,.7)'],
    ]),
  );
}

function drawShelf(ctx: Ctx): void {
  blurred(ctx, 10, () => {
    fillPath(ctx, 'M1060 306 H1290 V330 H1060 Z', 'rgba(110,52,26,.4)');
  });
  fillPath(
    ctx,
    'M1050 286 H1290 V304 H1050 Z',
    down(ctx, 286, 304, [
      [0, '#c98c55'],
      [1, '#8f5a30'],
    ]),
  );
  const bowl = (y: number, colour: string, rim: string): void => {
    fillPath(
      ctx,
      `M1078 ${String(y)} H1186 C1184 ${String(y + 30)} 1160 ${String(y + 40)} 1132 ${String(y + 40)} C1104 ${String(y + 40)} 1080 ${String(y + 30)} 1078 ${String(y)} Z`,
      colour,
    );
    ellipse(ctx, 1132, y, 54, 7, rim);
  };
  bowl(246, '#e9d9c2', '#f7ecdb');
  bowl(226, '#7f9aa6', '#a5bbc2');
  bowl(206, '#efe3d0', '#fbf3e6');
  fillPath(
    ctx,
    'M1222 170 C1222 190 1206 206 1206 236 C1206 268 1218 286 1232 286 H1252 C1266 286 1276 268 1276 236 C1276 206 1262 190 1262 170 Z',
    across(ctx, 1206, 1276, [
      [0, '#8d4a33'],
      [0.4, '#cf7f5d'],
      [1, '#7d3f2b'],
    ]),
  );
}

// Four panes of evening light, fallen slantwise onto the wall.
function drawWindowLight(ctx: Ctx): void {
  scoped(ctx, () => {
    ctx.globalCompositeOperation = 'soft-light';
    ctx.filter = 'blur(9px)';
    ctx.fillStyle = 'rgba(255,246,220,.75)';
    for (const [x, y] of [
      [120, 110],
      [262, 128],
      [120, 272],
      [262, 290],
    ] as const) {
      ctx.fill(new Path2D(`M${String(x)} ${String(y)} l126 16 l34 126 l-126 -16 Z`));
    }
  });
}

function drawPlant(ctx: Ctx): void {
  const leaf = (x: number, y: number, turn: number, size: number, colour: string): void => {
    scoped(ctx, () => {
      ctx.translate(x, y);
      ctx.rotate(turn);
      fillPath(
        ctx,
        `M0 0 C${String(size * 0.42)} ${String(-size * 0.3)} ${String(size * 0.36)} ${String(-size * 0.82)} 0 ${String(-size)} C${String(-size * 0.36)} ${String(-size * 0.82)} ${String(-size * 0.42)} ${String(-size * 0.3)} 0 0 Z`,
        colour,
      );
      strokePath(ctx, `M0 0 V${String(-size * 0.86)}`, 2, 'rgba(230,240,210,.25)');
    });
  };
  fillPath(
    ctx,
    'M26 560 L40 446 H158 L172 560 Z',
    across(ctx, 26, 172, [
      [0, '#8a4a30'],
      [0.35, '#c67752'],
      [1, '#7d402a'],
    ]),
  );
  fillPath(ctx, 'M32 436 H166 V456 H32 Z', '#c97d58');
  const leaves = [
    [-0.95, 150],
    [0.9, 150],
    [-0.55, 200],
    [0.52, 196],
    [-0.2, 226],
    [0.16, 214],
    [-1.3, 110],
    [1.25, 116],
  ] as const;
  leaves.forEach(([turn, size], index) => {
    leaf(98, 446, turn, size, index % 2 ? '#5d7a52' : '#476845');
  });
}
