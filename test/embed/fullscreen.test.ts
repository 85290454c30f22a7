import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { servePage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

/** The show is 16 by 9: bars are left beside its picture on the one, above and below it on the other. */
const SCREENS = [
  { width: 1280, height: 500 },
  { width: 700, height: 1000 },
];
const SHAPE = 16 / 9;
/** Fractions of the picture. */
const AT = [0.72, 0.3] as const;
/** CSS pixels that a hotspot may lie beside its point. */
const BESIDE = 2;

describe('the whole screen', () => {
  let system: System;
  let browser: Browser;
  let eventId: string;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const script = [{ picture: 0, show: ['mug-blue'], at: { 'mug-blue': AT } }];
    ({ eventId } = await publishFinished(system, { slug: 'filled', seconds: 12, script }));
  });
  after(async () => {
    await browser?.close();
    await system?.close();
  });

  for (const way of ['fullscreen', 'the page filled'] as const)
    it(`has each hotspot on its point of the picture, whatever bars are left: ${way}`, async () => {
      const { head, body } = playerMarkup(system, { eventId, attributes: 'muted' });
      const shop = await servePage({ head, body: `<main style="max-width: 640px">${body}</main>` });
      const context = await browser.newContext({ viewport: VIEWPORT });
      // What an iPhone has: no element may go fullscreen.
      if (way !== 'fullscreen')
        await context.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'requestFullscreen'));
      try {
        const { page, problems } = await openPage(context, shop.url);
        await startSampling(page);
        await page.evaluate(() => document.querySelector('vitrine-player')?.play());
        await untilPictures(page);
        await page.locator('.vjs-fullscreen-control').waitFor();
        await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
        await page.locator('.hotspot').waitFor();
        const small = await page.locator('vitrine-player').boundingBox();
        await assertOnPicture(page, 'in the page');

        await page.locator('.vjs-fullscreen-control').click();
        const filled = way === 'fullscreen' ? ':fullscreen' : '[data-filled]';
        await page.locator(`vitrine-player${filled}`).waitFor();
        assert.equal(await page.evaluate(() => !!document.fullscreenElement), way === 'fullscreen');
        for (const screen of SCREENS) {
          await page.setViewportSize(screen);
          const where = `${String(screen.width)} × ${String(screen.height)}`;
          const { width, height } = await until(`it has all of ${where}`, async () => {
            const box = await page.locator('vitrine-player').boundingBox();
            const window = await page.evaluate(() => [innerWidth, innerHeight]);
            return box && [box.width, box.height].join() === window.join() ? box : undefined;
          });
          assert.ok(Math.abs(width / height - SHAPE) > 0.3, `${where} leaves bars`);
          await assertOnPicture(page, where);
        }
        // It can be pressed there, and opens its product within what fills the screen.
        await page.locator('.hotspot').click();
        await page.locator('vitrine-variant-picker').waitFor();
        await page.keyboard.press('Escape');
        await page.locator('dialog').waitFor({ state: 'hidden' });
        await page.setViewportSize(VIEWPORT);
        await page.locator('.vjs-fullscreen-control').click();
        await page.locator(`vitrine-player:not(${filled})`).waitFor();
        assert.deepEqual(await page.locator('vitrine-player').boundingBox(), small);
        await assertOnPicture(page, 'in the page again');
        assert.deepEqual(problems, []);
      } finally {
        await context.close();
        await shop.close();
      }
    });
});

/** By the sizes alone, and by what is painted: the number in the picture can be read where its corner has to be. */
async function assertOnPicture(page: Page, where: string): Promise<void> {
  const off = async (): Promise<readonly number[]> => {
    const player = await page.locator('vitrine-player').boundingBox();
    const hotspot = await page.locator('.hotspot').boundingBox();
    assert.ok(player && hotspot, where);
    const width = Math.min(player.width, player.height * SHAPE);
    const height = width / SHAPE;
    const [x, y] = AT;
    return [
      hotspot.x + hotspot.width / 2 - (player.x + (player.width - width) / 2 + x * width),
      hotspot.y + hotspot.height / 2 - (player.y + (player.height - height) / 2 + y * height),
    ];
  };
  await until(`the hotspot is on its point, ${where}`, async () =>
    (await off()).every((distance) => Math.abs(distance) <= BESIDE),
  ).catch(async (error: unknown) => assert.deepEqual(await off(), [0, 0], String(error)));
  const png = (await page.screenshot()).toString('base64');
  const number = await page.evaluate((picture) => window.vitrineSampler?.readScreenshot(picture), png);
  assert.ok(number !== undefined, `the picture lies where it is expected, ${where}`);
}
