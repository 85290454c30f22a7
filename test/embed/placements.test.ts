import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage } from '../support/page-server.ts';
import { playerMarkup } from '../support/player-page.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

describe('a player wherever a page puts it', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  let close: (() => Promise<void>) | undefined;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    await publishFinished(system, { slug: 'placed', seconds: 20 });
  });
  after(async () => {
    await browser?.close();
    await system?.close();
  });
  afterEach(async () => {
    await close?.();
    close = undefined;
  });

  /** A page with nothing but this; its script comes when it is asked for. */
  async function open(around: (player: string) => string, attributes: string): Promise<void> {
    const { body } = playerMarkup(system, { eventId: 'placed', attributes });
    const shop = await servePage({ body: around(body) });
    const context = await browser.newContext({ viewport: VIEWPORT });
    ({ page, problems } = await openPage(context, shop.url));
    close = async () => {
      await context.close();
      await shop.close();
    };
  }

  const script = (query = '') =>
    page.addScriptTag({ type: 'module', url: `${system.cdn.url}/vitrine/vitrine.js${query}` });
  const timeOf = (): Promise<number> =>
    page.evaluate(() => document.querySelector('vitrine-player')?.currentTime ?? 0);
  const plays = async (): Promise<void> => {
    await until('it is defined', () => page.evaluate(() => !!customElements.get('vitrine-player')));
    const from = await timeOf();
    await until('it plays', async () => (await timeOf()) > from + 0.2);
  };

  it('plays beside a second copy of the script, which says that it came second', async () => {
    await open((player) => player, 'autoplay muted');
    const notes: string[] = [];
    page.on('console', (message) => notes.push(message.text()));
    await script();
    await plays();
    await script('?another-release');
    await until('the second copy says so', () => notes.length > 0);
    assert.deepEqual(notes, ['<vitrine-player>: another copy of Vitrine came first.']);
    await plays();
    assert.deepEqual(problems, []);
  });

  it('asks for nothing in a dialog that is closed, and plays once it is open', async () => {
    await open((player) => `<dialog style="width: 640px">${player}</dialog><p>Page</p>`, 'muted');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await script();
    await until('it is defined', () => page.evaluate(() => !!customElements.get('vitrine-player')));
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    assert.deepEqual(
      asked.filter((url) => url.includes('/v1/')),
      [],
    );
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await page.locator('vitrine-facade button').first().click();
    await plays();
    assert.deepEqual(problems, []);
  });

  for (const way of ['moveBefore', 'append'] as const) {
    it(`plays on when it is moved by ${way}, from where it was`, async () => {
      await open((player) => `<div id="here">${player}</div><div id="there"></div>`, 'autoplay muted');
      await script();
      await plays();
      const [before, after] = await page.evaluate((name) => {
        const player = document.querySelector('vitrine-player');
        const there = document.querySelector('#there');
        if (!player || !there) return [0, -1];
        const before = player.currentTime;
        const move: unknown = Reflect.get(there, name);
        if (typeof move === 'function')
          Reflect.apply(move, there, [player, null].slice(0, name === 'append' ? 1 : 2));
        return [before, player.parentElement === there ? player.currentTime : -1];
      }, way);
      assert.ok(Number(after) >= Number(before), `${String(before)} before, ${String(after)} after`);
      await plays();
      assert.deepEqual(problems, []);
    });
  }
});
