import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { seekAndSample } from '../support/seek.ts';
import { startSystem, type System } from '../support/system.ts';

/** The products' pages, as the catalogue of these tests has them. */
const PRODUCT_PAGE = 'https://shop.example/products/stoneware-mug-cobalt';
const OTHER_PAGE = 'https://shop.example/products/oak-serving-board';

describe('a product that is chosen', () => {
  let system: System;
  let browser: Browser;
  let shop: TestPage;
  let context: BrowserContext;
  let page: Page;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const script = [
      { picture: 30, show: ['mug-blue'], at: { 'mug-blue': [0.6, 0.5] as const } },
      { picture: 150, show: ['board-oak'], at: {} },
    ];
    const { eventId } = await publishFinished(system, { slug: 'chosen', seconds: 12, script });
    shop = await servePage(playerMarkup(system, { eventId, attributes: 'autoplay muted' }));
    context = await browser.newContext({ viewport: VIEWPORT });
    await context.route('https://shop.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Product</title>' }),
    );
    ({ page } = await openPage(context, shop.url));
    await startSampling(page);
    await untilPictures(page);
    await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
    await seekAndSample(page, 90);
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  it('opens its page in a new tab, by mouse and by keyboard', async () => {
    const add = page.getByRole('button', { name: /^Add/ });
    const ways = [
      { picture: 180, url: OTHER_PAGE, choose: () => add.press('Enter') },
      { picture: 90, url: PRODUCT_PAGE, choose: () => add.click() },
    ];
    for (const { picture, url, choose } of ways) {
      await seekAndSample(page, picture);
      const [tab] = await Promise.all([context.waitForEvent('page'), choose()]);
      await tab.waitForURL(url);
      assert.equal(await tab.evaluate(() => window.opener), null);
      await tab.close();
    }
  });

  it('opens in the player by its name, and nowhere else', async () => {
    await page.getByRole('button', { name: /^Stoneware mug, cobalt/ }).click();
    await page.getByRole('dialog', { name: 'Stoneware mug, cobalt' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(context.pages().length, 1);
  });

  it('is the page’s own business when the page says so', async () => {
    const requested = await page.evaluate(
      () =>
        new Promise<{ product: string; url: string }>((resolve) => {
          document.addEventListener('vitrine-add-to-cart', (event) => {
            event.preventDefault();
            const { detail } = event as CustomEvent<{ product: { id: string }; url: string }>;
            resolve({ product: detail.product.id, url: detail.url });
          });
          const find = (root: ParentNode): HTMLButtonElement | undefined => {
            for (const element of root.querySelectorAll('*')) {
              if (element instanceof HTMLButtonElement && element.textContent?.trim() === 'Add')
                return element;
              const inner = element.shadowRoot && find(element.shadowRoot);
              if (inner) return inner;
            }
            return undefined;
          };
          find(document)?.click();
        }),
    );
    assert.deepEqual(requested, { product: 'mug-blue', url: PRODUCT_PAGE });
    // A tab would be there by now: opening one is synchronous with the click.
    assert.equal(context.pages().length, 1);
  });
});
