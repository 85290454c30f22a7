import { HEIGHT, WIDTH } from '../timeline.ts';
import { across, blurred, clipped, down, fillPath, layer, scatter, sheen, strokePath } from './paint.ts';
import { TABLE_EDGE } from './room.ts';

const LEFT = -80;
const RIGHT = WIDTH + 80;

/** The table in front, with a linen runner. Transparent above its edge. */
export function makeTable(): OffscreenCanvas {
  return layer(WIDTH, HEIGHT, 1.3, (ctx) => {
    const top = `M${String(LEFT)} ${String(TABLE_EDGE)} H${String(RIGHT)} V${String(HEIGHT + 40)} H${String(LEFT)} Z`;
    blurred(ctx, 9, () => {
      fillPath(ctx, 'M0 538 H1280 V560 H0 Z', 'rgba(70,28,12,.4)');
    });
    fillPath(
      ctx,
      top,
      down(ctx, TABLE_EDGE, HEIGHT, [
        [0, '#c48a58'],
        [0.12, '#a96d3f'],
        [1, '#532c18'],
      ]),
    );
    clipped(ctx, top, () => {
      const next = scatter(3);
      for (let i = 0; i < 26; i++) {
        const y = TABLE_EDGE + 8 + i * i * 0.28 + i * 1.2;
        const wave = (next() - 0.5) * 12;
        strokePath(
          ctx,
          `M-20 ${y.toFixed(1)} C300 ${(y + wave).toFixed(1)} 800 ${(y - wave).toFixed(1)} 1300 ${y.toFixed(1)}`,
          1 + next() * 1.6,
          `rgba(64,28,10,${(0.1 + next() * 0.14).toFixed(2)})`,
        );
      }
      const runner = 'M520 548 H1140 L1260 760 H420 Z';
      blurred(ctx, 8, () => {
        fillPath(ctx, 'M512 550 H1150 L1276 760 H404 Z', 'rgba(50,20,8,.45)');
      });
      fillPath(
        ctx,
        runner,
        down(ctx, TABLE_EDGE, HEIGHT, [
          [0, '#f3e2c8'],
          [0.5, '#dcc19c'],
          [1, '#96714f'],
        ]),
      );
      strokePath(ctx, 'M538 548 L444 760 M1122 548 L1236 760', 3, 'rgba(172,96,66,.65)');
      strokePath(ctx, 'M548 548 L458 760 M1112 548 L1222 760', 1.5, 'rgba(172,96,66,.5)');
      ctx.globalAlpha = 0.5;
      sheen(ctx, 830, 575, 480, 90, '#fff0d0');
      ctx.globalAlpha = 1;
      fillPath(
        ctx,
        top,
        across(ctx, 0, WIDTH, [
          [0, 'rgba(48,18,8,.5)'],
          [0.4, 'rgba(48,18,8,0)'],
          [0.8, 'rgba(48,18,8,0)'],
          [1, 'rgba(48,18,8,.3)'],
        ]),
      );
    });
    strokePath(ctx, `M-20 ${String(TABLE_EDGE + 1)} H1300`, 2, 'rgba(255,232,196,.65)');
  });
}
