import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { axeProblems } from '../accessibility/audit.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage } from '../support/page-server.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What has moved of the page, or of the player as a whole; what makes way within it is another matter. Runs before any script. */
function countShifts(): void {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const sources = (Reflect.get(entry, 'sources') ?? []) as {
        node?: Element;
        previousRect: DOMRect;
        currentRect: DOMRect;
      }[];
      const player = document.querySelector('vitrine-player')?.clientWidth ?? 0;
      // Within a shadow root nothing has a name here.
      for (const { node, previousRect, currentRect } of sources.filter(
        (source) => source.node || source.currentRect.width >= player,
      ))
        window.shifts?.push(JSON.stringify([node?.outerHTML.slice(0, 80), previousRect, currentRect]));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

declare global {
  interface Window {
    shifts?: string[];
    asked?: string[];
  }
}

describe('a player that is elsewhere than its place in the page', () => {
  let system: System;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];
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

  /** A page of three screens: players at its top, each playing. */
  async function open(
    ids: readonly string[],
    options: BrowserContextOptions = {},
    style = '',
  ): Promise<void> {
    const player = (id: string): string =>
      `<vitrine-player id="${id}" mini-player autoplay muted service="${system.service.url}" cdn="${system.cdn.url}" event-id="elsewhere"></vitrine-player>`;
    const shop = await servePage({
      head: `<meta name="viewport" content="width=device-width, initial-scale=1">
        <style>vitrine-player{width:min(560px,100%)} ${style}</style>
        <script type="module" src="${system.cdn.url}/vitrine/vitrine.js"></script>`,
      body: `<main>${ids.map(player).join('')}<h1>Spring</h1><a href="#end">On</a><div style="height:2400px">Much to read</div><p id="end">End</p></main>`,
    });
    context = await browser.newContext({ viewport: VIEWPORT, ...options });
    await context.addInitScript(countShifts);
    ({ page, problems } = await openPage(context, shop.url));
    close = async () => {
      await context.close();
      await shop.close();
    };
    for (const id of ids) await until(`${id} plays`, () => plays(id));
    await page.waitForFunction(
      (all) => all.every((id) => document.getElementById(id)?.shadowRoot?.querySelector('.vjs-has-started')),
      [...ids],
    );
  }

  const plays = (id = 'a', beyond = 0.2): Promise<boolean> =>
    page.evaluate(
      ([name, seconds]) => {
        const player = document.querySelector<HTMLElementTagNameMap['vitrine-player']>(`#${String(name)}`);
        return !!player && !player.paused && player.currentTime > Number(seconds);
      },
      [id, beyond],
    );
  const timeOf = (): Promise<number> =>
    page.evaluate(() => document.querySelector('vitrine-player')?.currentTime ?? 0);
  const scrollPage = (top: number): Promise<void> => page.evaluate((y) => scrollTo(0, y), top);
  const floats = (id = 'a'): Promise<boolean> =>
    page.evaluate(
      (name) => !!document.getElementById(name)?.shadowRoot?.querySelector('.base:popover-open'),
      id,
    );
  const leave = async (id = 'a'): Promise<void> => {
    await scrollPage(1600);
    await until('it floats', () => floats(id));
  };
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
    await picture(page, 'mini');
    await until('it plays on', () => plays('a', at + 0.5));
    assert.deepEqual(await axeProblems(page), []);
    await scrollPage(0);
    await until('it is back', async () => !(await floats()));
    await until('and plays on', async () => plays('a', (await timeOf()) + 0.01));
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
    await picture(page, 'mini-phone');
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
    await until('it plays on', async () => plays('a', (await timeOf()) + 0.01));
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
    await picture(page, 'away');
    await picture(own, 'own-window');
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

  it('takes its captions along, and follows the language and the theme of the page', async () => {
    await open(
      ['a'],
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
    await player.locator('.captions', { hasText: 'in cobalt blue' }).waitFor();
    await player.hover();
    const opening = context.waitForEvent('page');
    await player.getByRole('button', { name: 'Picture-in-Picture' }).click();
    const own = await opening;
    const words = own.locator('.captions', { hasText: 'in cobalt blue' });
    await words.waitFor();
    await own.locator('.small-product').waitFor();
    await picture(own, 'own-window-captions');
    const boxes = await Promise.all([words.boundingBox(), own.locator('.small-product').boundingBox()]);
    const [text, product] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
    assert.ok(text && product && text.y + text.height <= product.y, JSON.stringify(boxes));

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
    await picture(own, 'own-window-arabic');
    const [lang, dir, , surface] = await look();
    assert.deepEqual([lang, dir, surface], ['ar', 'rtl', 'rgb(1, 2, 3)']);
    await own.close();
    await player.locator('.captions', { hasText: 'in cobalt blue' }).waitFor();
    assert.deepEqual(problems, []);
  });

  it('floats at the other side of a page that is read from the right, clear of what a screen rounds off', async () => {
    await open(['a'], PHONE);
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
    await leave();
    const plain = await boxWith({ top: 0, left: 0, bottom: 0, right: 0 });
    assert.deepEqual([plain.left, plain.bottom], [16, 16], JSON.stringify(plain));
    const notched = await boxWith({ top: 0, left: 44, bottom: 34, right: 0 });
    assert.deepEqual([notched.left, notched.bottom], [44, 34], JSON.stringify(notched));
    assert.ok(notched.right >= 16, JSON.stringify(notched));
    await picture(page, 'mini-arabic');
    const isInside = await page.evaluate(() => {
      const base = document.querySelector('vitrine-player')?.shadowRoot?.querySelector('.base');
      const box = base?.getBoundingClientRect() ?? new DOMRect();
      return [...(base?.querySelectorAll('vitrine-small-player button') ?? [])].map((button) => {
        const { left, right } = button.getBoundingClientRect();
        return left >= box.left && right <= box.right;
      });
    });
    assert.deepEqual(isInside, [true, true, true, true, true]);
    await scrollPage(0);
    await until('it is back', async () => !(await floats()));
  });

  it('does not float where it is not displayed, and does once it is', async () => {
    await open(['a'], {}, 'main.closed vitrine-player{display:none}');
    const close = (closed: boolean): Promise<void> =>
      page.evaluate((is) => void document.querySelector('main')?.classList.toggle('closed', is), closed);
    const frames = (): Promise<unknown> =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await close(true);
    await frames();
    assert.equal(await floats(), false, 'closed in view');
    await scrollPage(1600);
    await frames();
    assert.equal(await floats(), false, 'closed out of view');
    await close(false);
    await until('it floats', () => floats());
    await close(true);
    await frames();
    assert.equal(await page.locator('vitrine-small-player').isVisible(), false);
    await close(false);
    await scrollPage(0);
    await until('it is back', async () => !(await floats()));
    await until('it plays on', async () => plays('a', (await timeOf()) + 0.01));
    assert.deepEqual(problems, []);
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
      if (end === 'window') await until('it plays on', async () => plays('a', (await timeOf()) + 0.01));
    }
    assert.equal(await page.locator('#a vitrine-away-note').count(), 0);
  });
});

/** For whoever wants to see them: `LOOKS=/some/folder`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOKS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
