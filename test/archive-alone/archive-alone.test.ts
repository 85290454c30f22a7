import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { agrees } from '../support/agreement.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { expectedAt, type Highlight } from '../support/script.ts';
import { seekAndSample } from '../support/seek.ts';
import { startSystem, type System } from '../support/system.ts';

describe('an archive without its service', () => {
  let system: System;
  let browser: Browser;
  let shop: TestPage;
  let script: readonly Highlight[];

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const published = await publishFinished(system, { slug: 'off-the-cdn', seconds: 24 });
    script = published.script;
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
});
