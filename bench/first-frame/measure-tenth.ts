import type { Browser } from 'playwright-core';
import type { Conditions } from './measure.ts';

/** What pages with several players of ours cost while none plays. */
export interface Tenth {
  /** Of the whole page with one player, and of the tenth player alone. */
  readonly firstBytes: number;
  readonly tenthBytes: number;
  /** Bytes of JavaScript heap that the tenth takes. */
  readonly heap: number;
}

interface Cost {
  readonly bytes: number;
  readonly heap: number;
}

/** @param pages - with one player, with nine, with ten */
export async function measureTenth(
  browser: Browser,
  pages: readonly string[],
  conditions: Conditions,
): Promise<Tenth> {
  const costs: Cost[] = [];
  for (const url of pages) costs.push(await costOf(browser, url, conditions));
  const [one, nine, ten] = costs as [Cost, Cost, Cost];
  return { firstBytes: one.bytes, tenthBytes: ten.bytes - nine.bytes, heap: ten.heap - nine.heap };
}

async function costOf(browser: Browser, url: string, { forget, trafficUntil }: Conditions): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    await forget();
    await page.goto(url);
    // Every player knows its event, and nothing is on its way any more.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('vitrine-player')].every((player) =>
        player.shadowRoot?.querySelector('vitrine-facade')?.shadowRoot?.querySelector('vitrine-facade-about'),
      ),
    );
    await page.waitForLoadState('networkidle');
    const cdp = await context.newCDPSession(page);
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    const { bytes } = await trafficUntil(Number.MAX_SAFE_INTEGER);
    return { bytes, heap: usedSize };
  } finally {
    await context.close();
  }
}
