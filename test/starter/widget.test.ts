import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { bundleForPage } from '../support/bundle.ts';
import type {} from '../support/page/play-widget.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { startPublishing, type PublishedShows } from './publish-show.ts';

/** The starter ends at two seconds; this lies well behind it. */
const UNTIL_SECONDS = 6;
/** Pictures a second, and of the clip before the show begins. */
const RATE = 30;
const FIRST_PICTURE = 300;

describe('the widget on a published archive', () => {
  let shows: PublishedShows;
  let browser: Browser;
  let shop: TestPage;

  before(async () => {
    shows = await startPublishing();
    await shows.publish('whole', FIRST_PICTURE);
    browser = await launchBrowser();
    shop = await servePage({
      head: `<script type="module" src="${shows.cdn}/vitrine/vitrine.js"></script>`,
      body: `<vitrine-player cdn="${shows.cdn}" event-id="whole" muted></vitrine-player>`,
    });
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await shows?.close();
  });

  it('begins with the starter, and hls.js goes on behind it: no stop, each picture at its time, nothing loaded twice', async () => {
    const { page, problems } = await openPage(await browser.newContext({ viewport: VIEWPORT }), shop.url);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { range } = request.headers();
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/archive/')) asked.push(range ? `${pathname} ${range}` : pathname);
    });
    await page.waitForFunction(() => customElements.get('vitrine-player'));
    await page.evaluate(await bundleForPage(new URL('../support/page/play-widget.ts', import.meta.url)));
    const played = await page.evaluate((until) => window.playWidget?.(until), UNTIL_SECONDS);
    await page.close();

    const { pictures, disturbances } = played ?? assert.fail('nothing was played');
    assert.deepEqual(problems, []);
    assert.deepEqual(disturbances, []);
    for (const { time, number } of pictures) {
      const expected = FIRST_PICTURE + Math.round(time * RATE);
      // What is on screen when it is read may be the next picture already.
      assert.ok(number === expected || number === expected + 1, `at ${time} s: ${number}, not ${expected}`);
    }
    for (const around of [0, 1.9, 2.1, UNTIL_SECONDS - 0.5])
      assert.ok(
        pictures.some(({ time }) => Math.abs(time - around) < 0.3),
        `no picture around ${around} s`,
      );
    assert.equal(new Set(asked).size, asked.length, asked.join('\n'));
    assert.ok(asked.some((url) => url.includes('/starter/')) && asked.some((url) => url.endsWith('.m3u8')));
    const beginnings = asked.filter((url) => /\.ts bytes=0-/.test(url));
    // The first file's first range is what the starter has brought.
    assert.ok(!beginnings.some((url) => url.includes('/0-0.ts')), beginnings.join('\n'));
  });
});
