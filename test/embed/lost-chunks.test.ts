import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { playerMarkup } from '../support/player-page.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { startSystem, type System } from '../support/system.ts';

/**
 * What does not arrive: `once` the network is away for a while; `remembered` it comes back, but the browser goes on
 * refusing each address that failed once, as Chromium did for years.
 */
type Loss = 'once' | 'remembered';

/** Without these nothing plays. */
const NEEDED: Readonly<Record<Loss, readonly string[]>> = {
  once: ['event'],
  remembered: ['event', 'hls-engine', 'video-engine', 'hls.light'],
};

describe('a chunk that does not arrive', () => {
  let system: System;
  let browser: Browser;
  let shop: TestPage;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    await publishFinished(system, {
      slug: 'lossy',
      seconds: 12,
      script: [{ picture: 0, show: ['mug-blue'], at: {} }],
    });
    shop = await servePage(playerMarkup(system, { eventId: 'lossy', attributes: 'muted preload="none"' }));
  });

  afterEach(() => context?.close());
  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  /** Opens a page that loses these chunks until the function that it returns is called. */
  async function losing(chunks: readonly string[], loss: Loss): Promise<() => void> {
    context = await browser.newContext({ viewport: VIEWPORT });
    let away = true;
    const refused = new Set<string>();
    await context.route(`${system.cdn.url}/**`, (route) => {
      const url = route.request().url();
      const { pathname } = new URL(url);
      const name = /([^/]+)\.js$/.exec(decodeURIComponent(pathname))?.[1] ?? '';
      if (!chunks.includes(name) || (!away && !refused.has(url))) return route.fallback();
      if (loss === 'remembered') refused.add(url);
      return route.abort('internetdisconnected');
    });
    ({ page } = await openPage(context, shop.url));
    await page.waitForFunction(() => customElements.get('vitrine-player'));
    return () => (away = false);
  }

  /** The codes of the next errors that the page is told of. */
  const errorCodes = (count: number): Promise<string[]> =>
    page.evaluate(
      (wanted) =>
        new Promise<string[]>((resolve) => {
          const told: string[] = [];
          addEventListener('vitrine-error', (event) => {
            told.push((event as CustomEvent<{ code: string }>).detail.code);
            if (told.length === wanted) resolve(told);
          });
        }),
      count,
    );

  const plays = () =>
    page.waitForFunction(() => {
      const player = document.querySelector('vitrine-player');
      return player && !player.paused && player.currentTime > 0.5;
    });

  for (const loss of ['once', 'remembered'] as const) {
    for (const chunk of NEEDED[loss]) {
      it(`plays when one tries again: ${chunk}, ${loss}`, async () => {
        const networkIsBack = await losing([chunk], loss);
        await page.getByRole('button', { name: 'Play' }).click();
        const retry = page.getByRole('button', { name: 'Try again' });
        await retry.waitFor();
        // In vain once more: that must not use the chance up.
        await retry.click();
        await retry.waitFor();
        networkIsBack();
        await retry.click();
        await plays();
      });
    }

    it(`plays though not even the words that say so arrive, ${loss}`, async () => {
      const networkIsBack = await losing(['event', 'vitrine-event-screen'], loss);
      const codes = errorCodes(2);
      await page.getByRole('button', { name: 'Play' }).click();
      assert.deepEqual((await codes).toSorted(), ['ENGINE_NOT_LOADED', 'OVERLAY_NOT_LOADED']);
      await page.locator('vitrine-facade button[aria-busy=false]').waitFor();
      networkIsBack();
      await page.getByRole('button', { name: 'Play' }).click();
      await plays();
    });

    it(`shows products and controls as soon as the network lets them come, ${loss}`, async () => {
      const networkIsBack = await losing(['vitrine-product-overlay', 'with-picture'], loss);
      const codes = errorCodes(2);
      await page.getByRole('button', { name: 'Play' }).click();
      assert.deepEqual((await codes).toSorted(), ['OVERLAY_NOT_LOADED', 'SHELL_NOT_LOADED']);
      await plays();
      networkIsBack();
      // Whoever reaches for the controls gets them.
      await page.waitForFunction(() => {
        document.querySelector('vitrine-player')?.dispatchEvent(new Event('pointermove'));
        return document.querySelector('vitrine-player')?.shadowRoot?.querySelector('video-js');
      });
      await page.getByRole('button', { name: /^Add / }).waitFor();
    });
  }
});
