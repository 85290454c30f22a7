import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { readSeedProducts } from '../../demo/seed-catalogue.ts';
import { agrees } from '../support/agreement.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { expectedAt, type Highlight } from '../support/script.ts';
import { seekAndSample } from '../support/seek.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

describe('an archive without its service', () => {
  let system: System;
  let browser: Browser;
  let shop: TestPage;
  let script: readonly Highlight[];
  let titleOf: ReadonlyMap<string, string>;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const published = await publishFinished(system, { slug: 'off-the-cdn', seconds: 24 });
    script = published.script;
    titleOf = new Map((await readSeedProducts()).map(({ id, title }) => [id, title]));
    const markup = playerMarkup(system, { eventId: 'off-the-cdn', attributes: 'autoplay muted' });
    shop = await servePage(markup);
    await system.service.kill();
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  it('is found through the CDN and plays with its products', async () => {
    await assert.rejects(fetch(`${system.service.url}/health/live`), 'the service’s port should refuse');
    const context = await browser.newContext({ viewport: VIEWPORT });
    const { page } = await openPage(context, shop.url);
    await startSampling(page);
    await untilPictures(page);
    await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
    for (const { picture } of script) {
      const sample = await seekAndSample(page, picture + 5);
      assert.ok(agrees(sample, expectedAt(script, sample.frame)), JSON.stringify(sample));
    }
    await context.close();
  });

  it('shows what is where on its seek bar: small pictures, chapters, and the products’ marks', async () => {
    const context = await browser.newContext({ viewport: VIEWPORT });
    const { page } = await openPage(context, shop.url);
    const bar = page.locator('vitrine-player .vjs-progress-holder');
    await page.locator('vitrine-player .seek-marks span').nth(3).waitFor({ state: 'attached' });
    await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
    const box = await bar.boundingBox();
    assert.ok(box);
    const chapter = /^\d+ seconds? of \d+ seconds, (.+)$/;
    for (const { picture, show } of script.filter(({ show }) => show.length > 0).slice(0, 3)) {
      // Into the chapter that begins with this product.
      const seconds = picture / 30 + 0.5;
      await page.mouse.move(box.x + (box.width * seconds) / 24, box.y + box.height / 2);
      const thumbnail = page.locator('vitrine-player .seek-preview img');
      await until('a small picture is there', () =>
        thumbnail.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
      );
      assert.ok((await thumbnail.getAttribute('src'))?.startsWith(`${system.cdn.url}/archive/`));
      const title = await page.locator('vitrine-player .seek-preview-title').textContent();
      assert.equal(title, titleOf.get(show[0] ?? ''));
      await bar.click({ position: { x: (box.width * seconds) / 24, y: 2 } });
      await until('the slider says the chapter', async () => {
        const [, said] = chapter.exec((await bar.getAttribute('aria-valuetext')) ?? '') ?? [];
        return said === title;
      });
    }
    await context.close();
  });
});
