import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/start-demo.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { ownPorts } from '../support/own-ports.ts';
import { startSampling, untilPictures } from '../support/player-page.ts';
import { until } from '../support/until.ts';

describe('the demo', () => {
  let demo: Demo;
  let browser: Browser;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitrine-demo-'));
    browser = await launchBrowser();
    demo = await startDemo({
      // Not any free ones: by the time that nothing may answer there, another test could.
      ports: await ownPorts(),
      dataDir: join(folder, 'data'),
      build: false,
      autoHost: false,
      recordedShow: true,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has one event on air and one in the archive', async () => {
    const response = await fetch(`${demo.serviceUrl}/v1/events`);
    const { events } = (await response.json()) as { events: { slug: string; status: string }[] };
    assert.deepEqual(
      new Map(events.map(({ slug, status }) => [slug, status])),
      new Map([
        [demo.events.live.slug, 'live'],
        [demo.events.recorded.slug, 'archived'],
      ]),
    );
  });

  it('shows a highlight that the QA panel sends, and publishes the event that it ends', async () => {
    const context = await browser.newContext({ viewport: { ...VIEWPORT, width: 1280 } });
    const { page, problems } = await openPage(context, `${demo.shopUrl}/?qa&event=${demo.events.live.slug}`);
    await page.evaluate(() => document.querySelector('vitrine-player')?.play());
    await startSampling(page);
    await untilPictures(page);

    await page.locator('.qa-product', { hasText: 'Brass pendant lamp' }).locator('input').check();
    await page.getByRole('button', { name: 'Send highlight' }).click();
    await until('the lamp is on screen', () =>
      page.evaluate(() => document.querySelector('vitrine-player')?.activeProducts[0]?.id === 'lamp-brass'),
    );
    await page.locator('[data-reading="products"]', { hasText: /lamp/i }).waitFor();

    await page.getByRole('button', { name: 'End the live event' }).click();
    await page.getByRole('button', { name: 'End it now' }).click();
    await until('the event is archived', async () => {
      const response = await fetch(`${demo.serviceUrl}/v1/events/${demo.events.live.slug}`);
      return ((await response.json()) as { status: string }).status === 'archived';
    });
    const key = await page.content();
    assert.ok(!key.includes(demo.adminKey), 'the admin key reached the page');
    assert.deepEqual(
      problems.filter((text) => /Content Security Policy/i.test(text)),
      [],
    );
    await context.close();
  });

  it('puts what is added in the video into the shop’s bag, and pays there', async () => {
    const context = await browser.newContext({ viewport: { ...VIEWPORT, width: 1280 } });
    const { page } = await openPage(context, `${demo.shopUrl}/?event=${demo.events.recorded.slug}`);
    await page.evaluate(() => document.querySelector('vitrine-player')?.play());
    // The picture may be there before the times of the products.
    await page.waitForFunction(() => document.querySelector('vitrine-player')?.seekToProduct('mug-blue'));
    await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
    const count = page.locator('[data-bag-count]');
    assert.equal(await count.textContent(), '0');
    await page.locator('vitrine-product-card[data-product-id=mug-blue] .action').click();
    await page.locator('[data-bag-count][data-full]').waitFor();
    assert.equal(await count.textContent(), '1');
    const bag = page.locator('vitrine-bag .bag');
    await bag.filter({ hasText: '1' }).waitFor();
    await bag.click();
    await page.locator('vitrine-bag .check-out').click();
    await page.locator('[data-bag][open]').getByText('Stoneware mug').first().waitFor();
    await page.getByRole('button', { name: /^One less/ }).click();
    // Taken out in the shop, it is out in the video as well.
    await page.locator('vitrine-bag .check-out').waitFor({ state: 'detached' });
    await context.close();
  });

  it('stops and leaves no port taken', async () => {
    const urls = [demo.shopUrl, demo.serviceUrl, demo.cdnUrl, demo.ivs.url];
    await demo.close();
    for (const url of urls) await assert.rejects(fetch(url), `${url} still answers`);
  });
});
