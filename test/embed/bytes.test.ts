import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { startSystem, type System } from '../support/system.ts';

/** Compressed. The build holds the entry to 12,000 bytes; here the framing of a chunked answer comes on top. */
const ENTRY_BUDGET = 12 * 1024;
const OUR_CODE_BUDGET = 25_000;
/** The engine: the library and our adapter to it, which the budget for our own code leaves out. */
const ENGINE = /\/(hls[^/]*|[^/]*-engine)\.js$/;
const LIBRARY = /\/hls[^/]*(?<!-engine)\.js$/;

interface Request {
  readonly url: string;
  /** Of the body on the wire, compressed where the origin compresses. */
  readonly bytes: number;
}

describe('what the widget costs at the network', () => {
  let system: System;
  let browser: Browser;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    await publishFinished(system, { slug: 'counted', seconds: 12 });
  });

  after(async () => {
    await browser?.close();
    await system?.close();
  });

  it('fetches the entry and the poster alone before any intent, with preload="none"', async () => {
    const poster = `${system.cdn.url}/vitrine/vitrine.js?as-a-poster`;
    const { page, requests, close } = await open(`preload="none" poster="${poster}"`);
    await page.waitForFunction(() => customElements.get('vitrine-player'));
    await page.waitForLoadState('networkidle');
    const ours = (await requests()).filter(({ url }) => !url.startsWith(page.url()));
    await close();
    const scripts = ours.filter(({ url }) => new URL(url).pathname.endsWith('.js') && url !== poster);
    assert.ok(
      ours.every(({ url }) => url === poster || scripts.some((script) => script.url === url)),
      JSON.stringify(ours),
    );
    const bytes = total(scripts);
    console.log(`before any intent: ${ours.length} requests, ${bytes} bytes of code`);
    assert.ok(bytes <= ENTRY_BUDGET, `${bytes} bytes of code before any intent`);
  });

  it('fetches no more code of ours than agreed before the first picture', async () => {
    const { page, close } = await open('preload="none" muted');
    await startSampling(page);
    // Only now, so that the very first picture is noticed.
    await page.evaluate(() => document.querySelector('vitrine-player')?.play());
    const atFirst = await untilFirstPicture(page);
    await close();
    const code = atFirst.filter(({ url }) => url.startsWith(`${system.cdn.url}/vitrine/`));
    const ours = code.filter(({ url }) => !ENGINE.test(new URL(url).pathname));
    console.log(
      `before the first picture: ${atFirst.length} requests, ${total(atFirst)} bytes, of ours ${total(ours)}: ${ours.map(({ url, bytes }) => `${new URL(url).pathname} ${bytes}`).join(', ')}`,
    );
    assert.ok(
      code.every(({ url }) => !LIBRARY.test(new URL(url).pathname)),
      'the starter should be on screen before hls.js is asked for',
    );
    assert.ok(total(ours) <= OUR_CODE_BUDGET, `${total(ours)} bytes of our code`);
  });

  async function open(
    attributes: string,
  ): Promise<{ page: Page; requests(): Promise<Request[]>; close(): Promise<void> }> {
    const shop = await servePage(playerMarkup(system, { eventId: 'counted', attributes }));
    const context = await browser.newContext({ viewport: VIEWPORT });
    const finished: Promise<Request | undefined>[] = [];
    context.on('requestfinished', (request) => {
      const size = request.sizes().then(({ responseBodySize: bytes }) => ({ url: request.url(), bytes }));
      // The page may be closed before its last one was measured, where nobody counts.
      finished.push(size.catch(() => undefined));
    });
    const requests = async (): Promise<Request[]> =>
      (await Promise.all(finished)).filter((request) => request !== undefined);
    const { page } = await openPage(context, shop.url);
    const close = async (): Promise<void> => {
      await context.close();
      await shop.close();
    };
    return { page, requests, close };
  }
});

/** What had been asked for when the first picture was painted, by the page's own resource timing. */
async function untilFirstPicture(page: Page): Promise<Request[]> {
  await untilPictures(page);
  return page.evaluate(() => {
    const first = window.vitrineSampler?.firstPictureAt ?? 0;
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return entries
      .filter(({ startTime }) => startTime <= first)
      .map(({ name, encodedBodySize }) => ({ url: name, bytes: encodedBodySize }));
  });
}

function total(requests: readonly Request[]): number {
  return requests.reduce((sum, { bytes }) => sum + bytes, 0);
}
