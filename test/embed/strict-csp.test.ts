import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { createShow, untilStatus } from '../support/show.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

/** The policy that the README gives. */
function policy({ cdn, service, ivs }: { cdn: string; service: string; ivs: string }): string {
  return [
    "default-src 'none'",
    `script-src ${cdn} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    'media-src blob:',
    `connect-src ${cdn} ${service} ${ivs} https://*.live-video.net`,
    `img-src ${cdn} data:`,
  ].join('; ');
}

/** Of the shop's own: video.js sets up every element with `data-setup` that it finds, unless it is told not to. */
const OWN_PLAYER =
  '<video id="own" class="video-js" data-setup=\'{"controls":true}\' width="320" height="180"></video>';

describe('a page under a strict policy', () => {
  let system: System;
  let browser: Browser;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await system?.close();
  });

  for (const kind of ['archive', 'live'] as const) {
    it(`shows no violation and keeps its own players, ${kind}`, async () => {
      const eventId = kind === 'live' ? await goLive(system) : await publish(system);
      const markup = playerMarkup(system, { eventId, attributes: 'autoplay muted' });
      const shop = await servePage({
        head: markup.head,
        body: OWN_PLAYER + markup.body,
        csp: policy({ cdn: system.cdn.url, service: system.service.url, ivs: system.ivs.url }),
      });
      const context = await browser.newContext({ viewport: VIEWPORT });
      const { page, problems } = await openPage(context, shop.url);
      const before = await page.evaluate(() => ({
        globals: Object.keys(window).sort(),
        styles: document.head.querySelectorAll('style, link[rel=stylesheet]').length,
      }));
      await startSampling(page);
      await untilPictures(page);
      await until('the controls are there', () =>
        page.evaluate(() => {
          const find = (root: ParentNode): boolean =>
            [...root.querySelectorAll('*')].some(
              (element) =>
                element.classList.contains('vjs-control-bar') ||
                (element.shadowRoot !== null && find(element.shadowRoot)),
            );
          return find(document);
        }),
      );
      const own = await page.evaluate(() => {
        const video = document.querySelector('#own');
        return { parent: video?.parentElement?.tagName, classes: video?.className };
      });
      const now = await page.evaluate(() => ({
        globals: Object.keys(window).sort(),
        styles: document.head.querySelectorAll('style, link[rel=stylesheet]').length,
      }));
      await context.close();
      await shop.close();
      assert.deepEqual(shop.violations, []);
      assert.deepEqual(
        problems.filter((text) => /Content Security Policy/i.test(text)),
        [],
      );
      assert.deepEqual(own, { parent: 'BODY', classes: 'video-js' });
      assert.deepEqual(
        now.globals.filter((name) => !before.globals.includes(name) && name !== 'vitrineSampler'),
        [],
      );
      assert.equal(now.styles, before.styles, 'a style sheet was written into the page');
    });
  }
});

async function publish(system: System): Promise<string> {
  const { eventId } = await publishFinished(system, { slug: 'strict-archive', seconds: 12 });
  return eventId;
}

async function goLive(system: System): Promise<string> {
  const show = await createShow(system, { slug: 'strict-live' });
  await system.ivs.goLive(show.arn);
  await untilStatus(system, show, 'live');
  await system.ivs.playable(show.arn);
  return show.eventId;
}
