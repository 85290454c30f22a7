import type { Browser } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { VIEWPORT } from '../../test/support/browser.ts';
import { servePage } from '../../test/support/page-server.ts';
import { playerMarkup } from '../../test/support/player-page.ts';
import { readEvent } from '../../test/support/show.ts';
import type { System } from '../../test/support/system.ts';

interface Blocking {
  readonly seconds: number;
  readonly slowdown: number;
}

/** A task that is longer than this keeps a page from answering; the rest of it counts. */
const LONG_MS = 50;
/** Until everything that comes with the first picture is there. */
const SETTLE_MS = 8_000;
const HLS = new URL('../node_modules/hls.js/dist/hls.light.min.js', import.meta.url);

/** Blocking time a minute of our page while it plays, with what a bare hls.js page has of it taken off. Nothing reads their pictures. */
export async function measureBlocking(
  system: System,
  browser: Browser,
  { seconds, slowdown }: Blocking,
): Promise<readonly (readonly [string, string, string, boolean])[]> {
  const { playback } = (await readEvent(system, 'past')) as { playback: { url: string } };
  const bare = {
    body: `<video muted autoplay loop></video><script>${await readFile(HLS, 'utf8')}</script><script>
      const hls = new Hls(); hls.loadSource('${playback.url}'); hls.attachMedia(document.querySelector('video'));</script>`,
  };
  const ours = playerMarkup(system, { eventId: 'past', attributes: 'autoplay muted loop' });
  const perMinute: number[] = [];
  for (const markup of [ours, bare]) {
    const shop = await servePage(markup);
    const context = await browser.newContext({ viewport: VIEWPORT });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(shop.url);
    await page.waitForTimeout(SETTLE_MS);
    const blocked = await page.evaluate(
      ([ms, long]) =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) sum += Math.max(0, duration - long);
          }).observe({ entryTypes: ['longtask'] });
          setTimeout(() => resolve(sum), ms);
        }),
      [seconds * 1000, LONG_MS] as const,
    );
    perMinute.push((blocked * 60) / seconds);
    await context.close();
    await shop.close();
  }
  const [us = NaN, them = NaN] = perMinute;
  const own = Math.max(0, us - them);
  const note = `${us.toFixed(0)}, of which a bare hls.js page has ${them.toFixed(0)}`;
  return [['ms blocked a minute by us', `${own.toFixed(0)} (${note})`, '50', own <= 50]];
}
