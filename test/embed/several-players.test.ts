import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

describe('several players on a page', () => {
  let system: System;
  let browser: Browser;
  let context: BrowserContext;
  let shop: TestPage;
  let page: Page;
  /** Bytes that came over the network, by URL; what the browser had already is not among them. */
  const fetched: string[] = [];

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    await publishFinished(system, { slug: 'several', seconds: 20 });
    const player = (id: string): string =>
      `<vitrine-player id="${id}" style="width: 300px" service="${system.cdn.url}" event-id="several"></vitrine-player>`;
    shop = await servePage({
      head: `<script type="module" src="${system.cdn.url}/vitrine/vitrine.js"></script>`,
      body: ['a', 'b', 'c'].map(player).join(''),
    });
    context = await browser.newContext({ viewport: VIEWPORT });
    // No request is answered by the test: that would switch off the browser's cache.
    page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const urls = new Map<string, string>();
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
    devtools.on('Network.requestServedFromCache', ({ requestId }) => urls.delete(requestId));
    devtools.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.fromDiskCache === true) urls.delete(requestId);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const url = urls.get(requestId);
      if (url !== undefined && encodedDataLength > 0) fetched.push(url);
    });
    await page.goto(shop.url);
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  it('are heard one at a time: who begins to sound pauses who does, and silent ones go on', async () => {
    await play('c', true);
    await play('a', false);
    await until('the first is heard', () => isPlaying('a'));
    await play('b', false);
    await until('the second is heard', () => isPlaying('b'));
    await until('the first has yielded', async () => !(await isPlaying('a')));
    assert.equal(await isPlaying('c'), true, 'the silent one should play on');

    await page.evaluate(() => Object.assign(document.querySelector('#c') ?? {}, { muted: false }));
    await until(
      'the second has yielded to one whose sound was switched on',
      async () => !(await isPlaying('b')),
    );

    await page.evaluate(() => document.querySelector('#a')?.toggleAttribute('mix-sound', true));
    await play('a', false);
    await until('one that may be heard beside others plays', () => isPlaying('a'));
    assert.equal(await isPlaying('c'), true, 'it should disturb nobody');
  });

  it('fetch event, timeline and libraries once for all', () => {
    const counts = new Map<string, number>();
    for (const url of fetched) counts.set(url, (counts.get(url) ?? 0) + 1);
    const shared = [...counts].filter(([url]) => /\.js$|\/v1\/|timeline/.test(url));
    assert.ok(
      shared.some(([url]) => url.endsWith('timeline.json')),
      'the timeline should be among them',
    );
    assert.deepEqual(
      shared.filter(([, count]) => count > 1),
      [],
    );
  });

  const play = (id: string, muted: boolean): Promise<void> =>
    page.evaluate(
      ([name, silent]) => {
        const player = document.querySelector<HTMLElement & { muted: boolean; play(): Promise<void> }>(
          `#${String(name)}`,
        );
        if (!player) return;
        player.muted = silent === true;
        return player.play();
      },
      [id, muted],
    );

  const isPlaying = (id: string): Promise<boolean> =>
    page.evaluate((name) => {
      const player = document.querySelector<HTMLElement & { paused: boolean; currentTime: number }>(
        `#${name}`,
      );
      return !!player && !player.paused && player.currentTime > 0.1;
    }, id);
});
