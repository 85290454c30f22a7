import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { LeftPage } from '../support/left-page.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('a player that is elsewhere, whatever its page is like', () => {
  let system: System;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let left: LeftPage;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const script = [{ picture: 0, show: ['mug-blue'], at: {} }];
    await publishFinished(system, { slug: 'elsewhere', seconds: 40, script });
  });
  after(async () => {
    await browser?.close();
    await system?.close();
  });
  afterEach(() => left?.close());

  async function open(options: BrowserContextOptions = {}, style = ''): Promise<void> {
    left = await LeftPage.open({ system, browser }, ['a'], options, style);
    ({ page, context } = left);
  }
  const frames = (): Promise<unknown> =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  /** Neither covers the other. */
  async function isAbove(upper: Locator, lower: Locator): Promise<void> {
    const boxes = await Promise.all([upper.boundingBox(), lower.boundingBox()]);
    const [above, below] = boxes;
    assert.ok(above && below && above.y + above.height <= below.y, JSON.stringify(boxes));
  }

  it('takes its captions along, and follows the language and the theme of the page', async () => {
    await open(
      {},
      'html.dark vitrine-player{--vitrine-surface:rgb(1, 2, 3);--vitrine-ink:rgb(250, 250, 250)}',
    );
    await page.evaluate(() => {
      const track = document
        .querySelector('#a')
        ?.shadowRoot?.querySelector('video')
        ?.addTextTrack('captions', 'English', 'en');
      track?.addCue(new VTTCue(0, 3600, 'This is the mug,\nin cobalt blue.'));
      if (track) track.mode = 'showing';
    });
    const player = page.locator('#a');
    const drawn = player.locator('.captions', { hasText: 'in cobalt blue' });
    await drawn.waitFor();
    await left.leave();
    await player.locator('.shell[data-idle]').waitFor();
    await until('they are at rest', () =>
      drawn.evaluate((box) => box.getAnimations().length === 0 && getComputedStyle(box).bottom === '52px'),
    );
    await left.picture('mini-captions');
    await isAbove(drawn, player.locator('.small-product'));
    await left.scroll(0);
    await until('it is back', async () => !(await left.floats()));
    await player.hover();
    const opening = context.waitForEvent('page');
    await player.getByRole('button', { name: 'Picture-in-Picture' }).click();
    const own = await opening;
    const words = own.locator('.captions', { hasText: 'in cobalt blue' });
    await words.waitFor();
    await own.locator('.small-product').waitFor();
    await left.picture('own-window-captions', own);
    await isAbove(words, own.locator('.small-product'));

    const look = () =>
      own.evaluate(() => {
        const product = document.querySelector('.small-product');
        const { lang, dir } = document.documentElement;
        const label = document.querySelector('.small-button')?.getAttribute('aria-label');
        return [lang, dir, label, product && getComputedStyle(product).backgroundColor];
      });
    assert.deepEqual((await look()).slice(0, 3), ['en', 'ltr', 'Back to the page']);
    await page.evaluate(() => {
      document.documentElement.lang = 'ar';
      document.documentElement.className = 'dark';
    });
    await until('it is said in Arabic', async () => /[\u0600-\u06ff]/.test(String((await look())[2])));
    await left.picture('own-window-arabic', own);
    const [lang, dir, , surface] = await look();
    assert.deepEqual([lang, dir, surface], ['ar', 'rtl', 'rgb(1, 2, 3)']);
    await own.close();
    await player.locator('.captions', { hasText: 'in cobalt blue' }).waitFor();
    assert.deepEqual(left.problems, []);
  });

  it('floats at the other side of a page that is read from the right, clear of what a screen rounds off', async () => {
    await open(PHONE);
    await page.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
    await page.locator('#a .base[dir=rtl]').waitFor();
    const devtools = await context.newCDPSession(page);
    const boxWith = async (insets: Record<'top' | 'left' | 'bottom' | 'right', number>) => {
      await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets });
      return page.evaluate(async () => {
        const base = document.querySelector('vitrine-player')?.shadowRoot?.querySelector('.base');
        await Promise.all((base?.getAnimations() ?? []).map(({ finished }) => finished));
        const { left, right, bottom } = base?.getBoundingClientRect() ?? new DOMRect();
        return { left, right: innerWidth - right, bottom: innerHeight - bottom };
      });
    };
    await left.leave();
    const plain = await boxWith({ top: 0, left: 0, bottom: 0, right: 0 });
    assert.deepEqual([plain.left, plain.bottom], [16, 16], JSON.stringify(plain));
    const notched = await boxWith({ top: 0, left: 44, bottom: 34, right: 0 });
    assert.deepEqual([notched.left, notched.bottom], [44, 34], JSON.stringify(notched));
    assert.ok(notched.right >= 16, JSON.stringify(notched));
    await left.picture('mini-arabic');
    const isInside = await page.evaluate(() => {
      const base = document.querySelector('vitrine-player')?.shadowRoot?.querySelector('.base');
      const box = base?.getBoundingClientRect() ?? new DOMRect();
      return [...(base?.querySelectorAll('vitrine-small-player button') ?? [])].map((button) => {
        const { left, right } = button.getBoundingClientRect();
        return left >= box.left && right <= box.right;
      });
    });
    assert.deepEqual(isInside, [true, true, true, true, true]);
    await left.scroll(0);
    await until('it is back', async () => !(await left.floats()));
  });

  it('does not float where it is not displayed, and does once it has been in view again', async () => {
    await open({}, 'main.closed vitrine-player{display:none}');
    const close = (closed: boolean): Promise<void> =>
      page.evaluate((is) => void document.querySelector('main')?.classList.toggle('closed', is), closed);
    await close(true);
    await frames();
    assert.equal(await left.floats(), false, 'closed in view');
    await left.scroll(1600);
    await frames();
    assert.equal(await left.floats(), false, 'closed out of view');
    await left.scroll(0);
    await close(false);
    await frames();
    await left.leave();
    await close(true);
    await frames();
    assert.equal(await page.locator('vitrine-small-player').isVisible(), false);
    await close(false);
    await left.scroll(0);
    await until('it is back', async () => !(await left.floats()));
    await left.playsOn();
    assert.deepEqual(left.problems, []);
  });
});
