import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { FRAMEWORKS } from '../../demo/frameworks/frameworks.ts';
import type { Shop } from '../../demo/shop/start-shop.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startDemoShop } from '../support/demo-shop.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

declare global {
  interface Window {
    goneVideo?: HTMLVideoElement | undefined;
  }
}

const VIEWPORT = { width: 1280, height: 900 };

describe('the player in other people’s frameworks', () => {
  let system: System;
  let browser: Browser;
  let shop: Shop;
  let context: BrowserContext;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const script = [
      { picture: 0, show: ['mug-blue'], at: {} },
      { picture: 90, show: ['mug-red'], at: {} },
    ];
    await publishFinished(system, { slug: 'framed', seconds: 12, script });
    shop = await startDemoShop(system);
    context = await browser.newContext({ viewport: VIEWPORT });
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  for (const [name, { title }] of Object.entries(FRAMEWORKS)) {
    it(`${title}: plays, is heard, is told, is taken away and comes back`, async () => {
      const { page, problems } = await openPage(context, `${shop.url}/frameworks/${name}?event=framed`);
      await until('it plays from where the component says', () => playsFrom(page, 2));
      await page.locator('[data-on-screen]', { hasText: 'Stoneware mug, brick' }).waitFor();
      assert.deepEqual(await settingsOf(page), { startTime: 2, loop: false, muted: true });

      await page.getByRole('button', { name: 'Loop: off' }).click();
      await page.waitForFunction(() => document.querySelector('vitrine-player')?.matches('[loop]'));
      await page.getByRole('button', { name: 'Pause', exact: true }).last().click();
      await page.waitForFunction(() => document.querySelector('vitrine-player')?.paused);
      await request(page, 'vitrine-add-to-cart');
      await page.locator('[data-bought]', { hasText: 'Stoneware mug' }).waitFor();

      await page.evaluate(() => {
        const video = document.querySelector('vitrine-player')?.shadowRoot?.querySelector('video');
        window.goneVideo = video ?? undefined;
      });
      await page.getByRole('button', { name: 'Take it away' }).click();
      await page.waitForFunction(
        () =>
          !document.querySelector('vitrine-player') &&
          window.goneVideo?.readyState === 0 &&
          !window.goneVideo.src,
      );
      await page.getByRole('button', { name: 'Put it back' }).click();
      await until('it plays again', () => playsFrom(page, 2));
      assert.deepEqual(problems, []);
      await page.close();
    });
  }
});

function playsFrom(page: Page, seconds: number): Promise<boolean> {
  return page.evaluate((from) => {
    const player = document.querySelector('vitrine-player');
    return !!player && !player.paused && player.currentTime > from;
  }, seconds);
}

function settingsOf(page: Page): Promise<Record<string, unknown> | undefined> {
  return page.evaluate(() => {
    const player = document.querySelector('vitrine-player');
    const read = (name: string): unknown => player && Reflect.get(player, name);
    return { startTime: Number(read('startTime')), loop: read('loop'), muted: read('muted') };
  });
}

/** What a product's button does; true when the page has taken over. */
function request(page: Page, type: string): Promise<boolean | undefined> {
  return page.evaluate((name) => {
    const player = document.querySelector('vitrine-player');
    const detail = { product: player?.activeProducts[0], quantity: 1 };
    return player?.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }, type);
}
