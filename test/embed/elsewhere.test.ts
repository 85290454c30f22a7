import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { axeProblems } from '../accessibility/audit.ts';
import { launchBrowser } from '../support/browser.ts';
import { LeftPage } from '../support/left-page.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

declare global {
  interface Window {
    asked?: string[];
  }
}

describe('a player that is elsewhere than its place in the page', () => {
  let system: System;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let problems: readonly string[];
  let left: LeftPage;
  let close: (() => Promise<void>) | undefined;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const script = [{ picture: 0, show: ['mug-blue', 'mug-red'], at: { 'mug-blue': [0.4, 0.5] as const } }];
    await publishFinished(system, { slug: 'elsewhere', seconds: 40, script });
  });

  after(async () => {
    await browser?.close();
    await system?.close();
  });

  afterEach(async () => {
    await close?.();
    close = undefined;
  });

  async function open(
    ids: readonly string[],
    options: BrowserContextOptions = {},
    style = '',
  ): Promise<void> {
    left = await LeftPage.open({ system, browser }, ids, options, style);
    ({ page, context, problems, close } = left);
  }

  const plays: LeftPage['plays'] = (...which) => left.plays(...which);
  const timeOf = (): Promise<number> => left.timeOf();
  const scrollPage = (top: number): Promise<void> => left.scroll(top);
  const floats = (id?: string): Promise<boolean> => left.floats(id);
  const leave = (id?: string): Promise<void> => left.leave(id);
  const label = (name: string) => page.locator('#a').getByRole('button', { name, exact: true });

  it('floats in a corner when it is left, keeps its place, and is back when that is in view', async () => {
    await open(['a']);
    const heading = () => page.evaluate(() => document.querySelector('h1')?.offsetTop ?? 0);
    const [before, at] = [await heading(), await timeOf()];
    await page.evaluate(() => (window.shifts = []));
    await leave();
    const box = await page.evaluate(async () => {
      const base = document.querySelector('vitrine-player')?.shadowRoot?.querySelector('.base');
      await Promise.all((base?.getAnimations() ?? []).map(({ finished }) => finished));
      const { right, bottom, width, height } = base?.getBoundingClientRect() ?? new DOMRect();
      return { right: innerWidth - right, bottom: innerHeight - bottom, width, height };
    });
    assert.ok(box.width >= 176 && box.width <= 340, JSON.stringify(box));
    assert.ok(Math.abs(box.width / box.height - 16 / 9) < 0.02, JSON.stringify(box));
    assert.ok(box.bottom === 16 && box.right >= 16 && box.right < 40, JSON.stringify(box));
    assert.equal(await heading(), before, 'its place');
    await page.locator('#a [data-small-product="mug-blue"]').waitFor();
    await left.picture('mini');
    await until('it plays on', () => plays('a', at + 0.5));
    assert.deepEqual(await axeProblems(page), []);
    await scrollPage(0);
    await until('it is back', async () => !(await floats()));
    await left.playsOn();
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
    assert.equal(await page.locator('#a vitrine-small-player').count(), 0);
    assert.deepEqual(problems, []);
  });

  it('is reached by Tab, closed by Escape, and stays closed until it has been in view', async () => {
    await open(['a']);
    await leave();
    const names: string[] = [];
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(() => {
          const inner = document.activeElement?.shadowRoot?.activeElement;
          return inner?.ariaLabel ?? inner?.textContent?.trim().split('\n')[0] ?? '';
        }),
      );
    }
    assert.deepEqual(names.slice(0, 4), ['Back to the page', 'Pause', 'Unmute', 'Close']);
    assert.match(names[4] ?? '', /mug/);
    assert.equal(await page.evaluate(() => scrollY), 1600, 'the page stays where it is');
    await page.keyboard.press('Escape');
    await until('it is closed', async () => !(await floats()));
    assert.equal(await plays(), false, 'nobody hears what they do not want to see');
    await page.evaluate(() => document.querySelector('vitrine-player')?.play());
    await until('it plays', () => plays());
    // Further away, and near again.
    await scrollPage(2000);
    await scrollPage(1500);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    assert.equal(await floats(), false);
    await scrollPage(0);
    await page.waitForFunction(() => scrollY === 0);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await leave();
    await label('Back to the page').click();
    await until('it is in its place', async () => !(await floats()));
    assert.equal(await plays(), true);
    assert.ok((await page.evaluate(() => scrollY)) < 100);
  });

  it('is taken away by a finger, left out where motion is not wanted, and clear of what the page keeps below', async () => {
    await open(['a'], { ...PHONE, reducedMotion: 'reduce' }, 'vitrine-player{--vitrine-mini-offset:80px}');
    await leave();
    const box = await page.evaluate(() => {
      const base = document.querySelector('vitrine-player')?.shadowRoot?.querySelector('.base');
      const { left, top, width, height, bottom } = base?.getBoundingClientRect() ?? new DOMRect();
      const { animationName } = base ? getComputedStyle(base) : { animationName: '' };
      return { x: left + width / 2, y: top + height / 2, below: innerHeight - bottom, animationName };
    });
    await left.picture('mini-phone');
    assert.equal(box.animationName, 'none');
    assert.equal(Math.round(box.below), 96);
    const devtools = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number): Promise<unknown> =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      });
    const swipe = async (by: number): Promise<void> => {
      await touch('touchStart', box.x, box.y);
      for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', box.x + by * share, box.y);
      await touch('touchEnd', 0, 0);
    };
    await swipe(30);
    assert.equal(await floats(), true, 'too short a way comes back');
    assert.equal(await page.evaluate(() => scrollY), 1600);
    await swipe(120);
    await until('it is gone', async () => !(await floats()));
  });

  it('floats alone: of two, the one that is heard, else the one that was left last', async () => {
    await open(['a', 'b'], {}, 'vitrine-player{width:300px}');
    await scrollPage(1600);
    await until('one floats', async () => (await floats('a')) !== (await floats('b')));
    await scrollPage(0);
    await until('none does', async () => !(await floats('a')) && !(await floats('b')));
    await page.evaluate(() => {
      Object.assign(document.querySelector('#a') ?? {}, { muted: false });
    });
    await leave('a');
    assert.equal(await floats('b'), false);
  });

  it('is nowhere but in its place without the attribute, and when it is moved while it floats', async () => {
    await open(['a']);
    await leave();
    await page.evaluate(() => document.querySelector('main')?.append(document.querySelector('#a') ?? ''));
    await until('it is drawn where it is now', () =>
      page.evaluate(() => {
        const player = document.querySelector('#a');
        const base = player?.shadowRoot?.querySelector('.base');
        if (!player || !base) return false;
        const [place, box] = [player.getBoundingClientRect(), base.getBoundingClientRect()];
        const inPlace = Math.abs(place.top - box.top) < 1 && Math.abs(place.width - box.width) < 1;
        return inPlace || base.matches(':popover-open');
      }),
    );
    await left.playsOn();
    await page.evaluate(() => {
      document.querySelector('main')?.prepend(document.querySelector('#a') ?? '');
      document.querySelector('#a')?.removeAttribute('mini-player');
      scrollTo(0, 0);
    });
    await until('it is back', async () => !(await floats()));
    await scrollPage(1600);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    assert.equal(await floats(), false);
  });

  it('goes into a window of its own with its products, looks and words, and comes back, playing all the while', async () => {
    await open(['a'], {}, 'vitrine-player{--vitrine-surface:rgb(1, 2, 3);font-family:Georgia}');
    const player = page.locator('#a');
    await player.hover();
    const opening = context.waitForEvent('page');
    await player.getByRole('button', { name: 'Picture-in-Picture' }).click();
    const own = await opening;
    await own.locator('[data-small-product="mug-blue"]').waitFor();
    const at = await timeOf();
    await until('it plays there', () => plays('a', at + 0.3));
    const look = await own.evaluate(() => {
      const product = document.querySelector('.small-product');
      const video = document.querySelector('video');
      return {
        surface: product && getComputedStyle(product).backgroundColor,
        font: product && getComputedStyle(product).fontFamily,
        fills: video?.getBoundingClientRect().width === innerWidth,
        lang: document.documentElement.lang,
        frames: document.querySelectorAll('iframe').length,
      };
    });
    assert.deepEqual(look, { surface: 'rgb(1, 2, 3)', font: 'Georgia', fills: true, lang: 'en', frames: 0 });
    await page.getByText('This video plays in a window of its own.').waitFor();
    await left.picture('away');
    await left.picture('own-window', own);
    assert.deepEqual(await axeProblems(page), []);
    await own.getByRole('button', { name: 'Pause' }).click();
    await until('it stands still', async () => !(await plays()));
    await own.getByRole('button', { name: 'Play' }).click();
    await until('it plays again', () => plays());
    // The page may be left meanwhile: it does not float as well.
    await scrollPage(1600);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    assert.equal(await floats(), false);

    await page.evaluate(() => {
      window.asked = [];
      document.addEventListener('vitrine-product-open', (event) => {
        event.preventDefault();
        window.asked?.push((event as CustomEvent<{ product: { id: string } }>).detail.product.id);
      });
    });
    const later = await timeOf();
    await own.locator('[data-small-product]').click();
    await page.locator('#a video').waitFor();
    assert.deepEqual(await page.evaluate(() => window.asked), ['mug-blue']);
    assert.ok((await page.evaluate(() => scrollY)) < 100, 'its place is in view');
    await until('it plays on in its place', () => plays('a', later + 0.3));
    assert.equal(own.isClosed(), true);
  });

  it('comes back when its window is closed, or its source changes', async () => {
    await open(['a']);
    const player = page.locator('#a');
    for (const end of ['window', 'source'] as const) {
      await player.hover();
      const opening = context.waitForEvent('page');
      await player.getByRole('button', { name: 'Picture-in-Picture' }).click();
      const own = await opening;
      await own.locator('vitrine-small-player').waitFor();
      if (end === 'window') await own.close();
      else
        await page.evaluate(() => document.querySelector('#a')?.setAttribute('event-id', 'elsewhere-else'));
      await page.locator('#a video').waitFor({ state: 'attached' });
      if (end === 'window') await left.playsOn();
    }
    assert.equal(await page.locator('#a vitrine-away-note').count(), 0);
  });
});
