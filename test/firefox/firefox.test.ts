import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { requireFirefox } from '../../scripts/find-firefox.ts';
import { launchFirefox } from '../../scripts/launch-firefox.ts';
import { agrees, lateBy, offBy } from '../support/agreement.ts';
import { VIEWPORT } from '../support/browser.ts';
import { servePage } from '../support/page-server.ts';
import { playerMarkup, readSamples, startSampling, untilPictures } from '../support/player-page.ts';
import { ABOUT_IVS_SETTINGS } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { expectedAt, variedStates } from '../support/script.ts';
import { seekAndSample } from '../support/seek.ts';
import { sendShow } from '../support/send-show.ts';
import { createShow, untilStatus, type Show } from '../support/show.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

/** Pictures at 30 a second that the overlay may be late on air; Firefox shares two cores with its stream and its pictures' reading. */
const LATE_ON_AIR = 5;

describe('Firefox', () => {
  let system: System;
  let browser: Browser;

  before(async () => {
    system = await startSystem();
    browser = await launchFirefox(requireFirefox());
  });

  after(async () => {
    await browser?.close();
    await system?.close();
  });

  it('plays the archive, its products in step with the pictures, in playing and after seeks', async () => {
    const published = await publishFinished(system, { slug: 'in-firefox', seconds: 24 });
    const { script } = published;
    await withPlayer(published, async (page, complaints) => {
      await page.evaluate(() => document.querySelector('vitrine-player')?.play());
      await untilPictures(page);
      const samples = await until('three highlights have come by', async () => {
        const seen = await readSamples(page);
        return (seen.at(-1)?.frame ?? 0) > (script[2]?.picture ?? 0) + 20 && seen;
      });
      assert.equal(await engineOf(page), 'hls');
      assert.ok(samples.length > 60, `only ${samples.length} pictures were sampled`);
      const off = samples.map((sample) => offBy(sample, script, 10));
      assert.ok(
        off.every((pictures) => pictures !== undefined && Math.abs(pictures) <= 1),
        `off by ${off.join(' ')}`,
      );

      await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
      for (const { picture } of [...script, ...script.toReversed()]) {
        const sample = await seekAndSample(page, picture + 5);
        assert.ok(agrees(sample, expectedAt(script, sample.frame)), JSON.stringify(sample));
      }
      assert.deepEqual(complaints, []);
    });
  });

  it('has the controls over the picture, and takes the overlay into fullscreen', async () => {
    const published = await publishFinished(system, {
      slug: 'filling',
      seconds: 20,
      script: [{ picture: 0, show: ['mug-blue'], at: {} }],
    });
    await withPlayer(published, async (page) => {
      await page.evaluate(() => document.querySelector('vitrine-player')?.play());
      await until('the controls are there', () =>
        page.evaluate(
          () => !!document.querySelector('vitrine-player')?.shadowRoot?.querySelector('.vjs-control-bar'),
        ),
      );
      await page.locator('vitrine-player >>> .vjs-fullscreen-control').click();
      await until('the widget fills the screen', () =>
        page.evaluate(() => document.fullscreenElement?.localName === 'vitrine-player'),
      );
      await until('the card is there', () =>
        page.evaluate(() => {
          const root = document.querySelector('vitrine-player')?.shadowRoot;
          return !!root?.querySelector('[data-product-id="mug-blue"]')?.checkVisibility();
        }),
      );
    });
  });

  it('plays live, highlights at their pictures', async () => {
    const show = await createShow(system, { slug: 'live-in-firefox' });
    await system.ivs.goLive(show.arn);
    await untilStatus(system, show, 'live');
    await system.ivs.playable(show.arn);
    await withPlayer(show, async (page, complaints) => {
      await page.evaluate(() => document.querySelector('vitrine-player')?.play());
      await untilPictures(page);
      assert.equal(await engineOf(page), 'ivs');
      const script = await sendShow(system, show, variedStates(4));
      const last = script.at(-1)?.picture ?? 0;
      const samples = await until('the last highlight was on screen', async () => {
        const seen = await readSamples(page);
        return (seen.at(-1)?.frame ?? 0) > last + 20 && seen;
      });
      const late = script.map((highlight) => lateBy(samples, highlight));
      assert.ok(
        late.every((pictures) => pictures >= -1 && pictures <= LATE_ON_AIR),
        `pictures late: ${late.join(' ')}`,
      );
      assert.deepEqual(
        complaints.filter((text) => !ABOUT_IVS_SETTINGS.test(text)),
        [],
      );
    });
  });

  async function withPlayer(
    { eventId }: Pick<Show, 'eventId'>,
    use: (page: Page, complaints: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const shop = await servePage(playerMarkup(system, { eventId, attributes: 'muted' }));
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    try {
      await page.setViewport(VIEWPORT);
      await page.goto(shop.url, { waitUntil: 'domcontentloaded' });
      await startSampling(page);
      await use(page, complaints);
    } finally {
      await page.close();
      await shop.close();
    }
  }
});

function engineOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('vitrine-player')?.diagnostics.engine);
}
