import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage } from '../support/page-server.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';
import { axeProblems, controlsOf, layoutProblems } from './audit.ts';
import { faintText } from './faint-text.ts';
import { seenContrast } from './seen-contrast.ts';
import { focusedName, tabOn, tabStops } from './tab-order.ts';

const WIDE = { width: 1280, height: 800 };
/** A page of 1280 at 400 %. */
const ZOOMED = { width: 320, height: 640 };
const SHOW = ['mug-blue', 'mug-red', 'lamp-brass'];

type Json = Record<string, unknown>;
/** What the event says instead, for states that a published one is not in. */
const SCREENS: Readonly<Record<string, (event: Json) => Json | undefined>> = {
  'not started': (event) => ({
    ...event,
    status: 'scheduled',
    playback: null,
    startsAt: '2030-03-05T18:00:00Z',
  }),
  offline: (event) => ({ ...event, status: 'live', playback: null }),
  'being prepared': (event) => ({ ...event, status: 'ended', playback: null }),
  'not found': () => undefined,
};

describe('everybody can use the player', () => {
  let system: System;
  let browser: Browser;
  let eventId: string;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const script = [{ picture: 0, show: SHOW, at: { 'mug-blue': [0.6, 0.35] as const } }];
    ({ eventId } = await publishFinished(system, { slug: 'usable', seconds: 20, script }));
  });

  after(async () => {
    await browser?.close();
    await system?.close();
  });

  for (const lang of ['en', 'de', 'ar'])
    for (const viewport of [WIDE, ZOOMED]) {
      it(`${lang}, ${viewport.width} wide: the facade, the replay with three products, all of them, one of them`, async () => {
        await withPlayer({ viewport, lang }, async (page) => {
          await page.waitForFunction(() =>
            document
              .querySelector('vitrine-player')
              ?.shadowRoot?.querySelector('vitrine-facade')
              ?.shadowRoot?.querySelector('strong'),
          );
          await assertUsable(page, 'facade');
          await pauseAtProducts(page);
          await assertUsable(page, 'replay');
          await page.locator('vitrine-bag .bag').click();
          await page.locator('vitrine-product-shelf li').first().waitFor();
          await assertUsable(page, 'all products');
          await page.locator('[data-id=mug-red] .action').click();
          await page.locator('vitrine-variant-picker fieldset').first().waitFor();
          await assertUsable(page, 'one product');
          await page.keyboard.press('Escape');
          await page.locator('dialog').waitFor({ state: 'hidden' });
          await assertUsable(page, 'replay again');
        });
      });
    }

  for (const [name, change] of Object.entries(SCREENS)) {
    it(`each screen says what it has to, wide and zoomed: ${name}`, async () => {
      for (const viewport of [WIDE, ZOOMED]) {
        await withPlayer({ viewport, change }, async (page) => {
          await page.waitForFunction(() => {
            const screen = document
              .querySelector('vitrine-player')
              ?.shadowRoot?.querySelector('vitrine-event-screen');
            return screen?.shadowRoot?.querySelector('strong');
          });
          await assertUsable(page, name);
        });
      }
    });
  }

  for (const forcedColors of ['none', 'active'] as const) {
    it(`leads the keyboard through all that is there, and into no trap, forced colours: ${forcedColors}`, async () => {
      await withPlayer({ viewport: WIDE, options: { forcedColors } }, async (page) => {
        await pauseAtProducts(page);
        await page.evaluate(() => {
          document.body.insertAdjacentHTML('beforeend', '<button>After</button>');
          document.querySelector('vitrine-player')?.focus();
        });
        await page.locator('vitrine-player').hover({ position: { x: 20, y: 20 } });
        const wanted = await until('products and controls are there', async () => {
          const names = (await controlsOf(page)).map(({ name }) => name);
          return names.some((name) => name.startsWith('Add ')) && names.includes('Fullscreen')
            ? names
            : undefined;
        });
        const met: string[] = [];
        for (let step = 0; step < 60 && met.at(-1) !== 'After'; step += 1) {
          await page.keyboard.press('Tab');
          const { name } = await focused(page);
          // Some signs of video.js's come gently.
          await until(`one sees that ${name} has the focus`, async () => (await focused(page)).shown);
          met.push(name);
        }
        assert.equal(met.at(-1), 'After', `the focus stays in the player: ${met.join(', ')}`);
        assert.deepEqual(
          wanted.filter((name) => !met.includes(name)),
          [],
          `not reached; met: ${met.join(', ')}`,
        );
      });
    });
  }

  it('leads the keyboard in the order in which one looks: products, controls, bag; and back from what was opened', async () => {
    await withPlayer({ viewport: WIDE }, async (page) => {
      await pauseAtProducts(page);
      await page.locator('vitrine-bag .bag').waitFor();
      await page.mouse.move(200, 120);
      const products = [
        'Open Stoneware mug, cobalt',
        'Stoneware mug, cobalt Now €19.00 Before €24.00',
        'Add Stoneware mug, cobalt',
        'Hold what is shown',
        'Open Stoneware mug, brick',
        'Open Brass pendant lamp',
      ];
      const controls = [
        'Play',
        'Unmute',
        'Volume Level',
        'Progress Bar',
        'Playback Rate: 1×',
        'Quality',
        'Picture-in-Picture',
        'Fullscreen',
      ];
      assert.deepEqual(await tabStops(page), [...products, ...controls, '6 products in this video']);

      // What opens has the focus, leads through what it has from its top, and gives the focus back.
      const opens = async (selector: string, wanted: string, stops: readonly string[]): Promise<void> => {
        await page.locator(selector).first().focus();
        const opener = await focusedName(page);
        await page.keyboard.press('Enter');
        await page.locator(wanted).first().waitFor();
        assert.equal(await focusedName(page), 'dialog', wanted);
        assert.deepEqual(await tabOn(page, stops.length), stops, wanted);
        await page.keyboard.press('Escape');
        await page.locator('dialog').waitFor({ state: 'hidden' });
        assert.equal(await focusedName(page), opener, wanted);
      };
      await opens('vitrine-bag .bag', 'vitrine-product-shelf li', [
        'Close',
        'Stoneware mug, cobalt Now €19.00 Before €24.00 On screen now',
        'Add Stoneware mug, cobalt',
        'Stoneware mug, brick Now €21.00 Before €24.00 On screen now',
        'Choose Stoneware mug, brick',
        'Brass pendant lamp €149.00 On screen now',
        'Choose Brass pendant lamp',
        'Linen scarf, fern Sold out',
        'Similar to Linen scarf, fern',
        'Oak serving board €49.00',
        'Add Oak serving board',
        'Sandstone vase €68.00 Pre-order',
        'Add Sandstone vase',
      ]);
      await opens('vitrine-product-card .open', 'vitrine-variant-picker .buy', [
        'Close',
        'One less',
        'Quantity',
        'One more',
        'Add Stoneware mug, cobalt',
        'View the product page',
      ]);
      // From the controls beside the open panel Escape closes it, too, and one stays there.
      await page.locator('vitrine-bag .bag').click();
      await page.locator('.vjs-fullscreen-control').focus();
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'hidden' });
      assert.equal(await focusedName(page), 'Fullscreen');
    });
  });

  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    it(`moves products only where motion is wanted: ${reducedMotion}`, async () => {
      await withPlayer({ viewport: WIDE, options: { reducedMotion } }, async (page) => {
        await pauseAtProducts(page);
        const moves = await page.evaluate(() => {
          const root = document.querySelector('vitrine-player')?.shadowRoot;
          const card = root?.querySelector('vitrine-product-card');
          const hotspot = root?.querySelector('.hotspot');
          if (!card || !hotspot) return [];
          return [getComputedStyle(card), getComputedStyle(hotspot, '::before')].map(
            ({ animationName }) => animationName,
          );
        });
        const wanted = reducedMotion === 'reduce' ? ['none', 'none'] : ['vitrine-come', 'vitrine-breathe'];
        assert.deepEqual(moves, wanted);
      });
    });
  }

  for (const colorScheme of ['light', 'dark'] as const)
    it(`keeps everything apart where the system chooses the colours: ${colorScheme}`, async () => {
      const options = { forcedColors: 'active', colorScheme } as const;
      await withPlayer({ viewport: WIDE, options }, async (page) => {
        // Of text axe reads -webkit-text-fill-color, where the page's own colour stands: true on white alone.
        const usable = async (state: string) => {
          await (colorScheme === 'light'
            ? assertUsable(page, state)
            : assert.deepEqual(await layoutProblems(page), [], state));
          assert.deepEqual(await faintText(page), [], state);
        };
        await pauseAtProducts(page);
        await usable('forced colours');
        const box = async (selector: string) => {
          const found = await page.locator(selector).first().boundingBox();
          assert.ok(found, selector);
          const { x, y, width, height } = found;
          return { x, y, width, height, middle: [x + width / 2, y + height / 2] as const };
        };
        const apart = async (
          what: string,
          one: readonly [number, number],
          other: readonly [number, number],
        ) => {
          const contrast = await seenContrast(page, one, other);
          assert.ok(contrast >= 3, `${what}: ${contrast.toFixed(2)}`);
        };
        await page.mouse.move(200, 120);
        const bar = await box('.vjs-progress-holder');
        const played = await box('.vjs-play-progress');
        const line = bar.y + bar.height / 2;
        const knob = played.x + played.width;
        // Beside marks and knob.
        const ahead = bar.x + bar.width - 5;
        await apart('what was played and what was not', [bar.x + 1.5, line], [ahead, line]);
        await apart('the seek bar and its ground', [ahead, bar.y - 0.5], [ahead, line]);
        await apart('the knob and its ground', [knob, line - 4], [knob, line - 12]);
        const spot = await box('.hotspot');
        const [x, y] = spot.middle;
        await apart('the ring of a hotspot and its middle', [x - 10, y], [x, y]);
        for (const [part, inner] of [
          ['vitrine-product-card', '.card'],
          ['vitrine-product-card', '.action'],
          ['vitrine-product-hold', 'button'],
          ['vitrine-bag', '.bag'],
        ] as const)
          assert.notEqual(await edgeOf(page, part, inner), '0px', `${part} ${inner} has an edge`);

        await page.keyboard.press('Tab');
        const ring = await page.evaluate(() => {
          const base = document
            .querySelector('vitrine-player')
            ?.shadowRoot?.querySelector<HTMLElement>('.base');
          base?.focus();
          return base && getComputedStyle(base).outlineStyle;
        });
        assert.equal(ring, 'solid', 'one sees that the player itself has the focus');
        await page.locator('.quality-menu button').first().click();
        await page.locator('.quality-menu [role=menu]').waitFor();
        await usable('forced colours, a menu');
        const checked = await page.evaluate(() => {
          const root = document.querySelector('vitrine-player')?.shadowRoot;
          const [on, off] = ['true', 'false'].map((is) =>
            root?.querySelector(`.quality-menu [aria-checked=${is}]`),
          );
          return [on, off].map((item) => item && getComputedStyle(item, '::after').content);
        });
        assert.notEqual(checked[0], checked[1], 'what is chosen is marked');
        await page.keyboard.press('Escape');

        await page.locator('vitrine-bag .bag').click();
        await page.locator('vitrine-product-shelf li').first().waitFor();
        await usable('forced colours, all products');
        assert.match((await page.locator('li[data-active]').first().textContent()) ?? '', /On screen now/);
        await page.locator('[data-id=mug-red] .action').click();
        const value = page.locator('vitrine-variant-picker label').first();
        await value.click();
        await usable('forced colours, one product');
        const [picked, other] = await page
          .locator('vitrine-variant-picker label span')
          .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopWidth));
        assert.notEqual(picked, other, 'what is picked is marked');
      });
    });

  interface Wanted {
    readonly viewport: { width: number; height: number };
    readonly lang?: string;
    readonly options?: BrowserContextOptions;
    readonly change?: (event: Json) => Json | undefined;
  }

  async function withPlayer(wanted: Wanted, use: (page: Page) => Promise<void>): Promise<void> {
    const { viewport, lang = 'en', options, change } = wanted;
    const shop = await servePage(
      playerMarkup(system, { eventId, attributes: `muted lang="${lang}"`, cdn: false }),
    );
    const context = await browser.newContext({ viewport, ...options });
    if (change)
      await context.route(`${system.service.url}/v1/events/${eventId}`, async (route) => {
        const response = await route.fetch();
        const json = change((await response.json()) as Json);
        await (json ? route.fulfill({ response, json }) : route.fulfill({ response, status: 404, json: {} }));
      });
    try {
      const { page } = await openPage(context, shop.url);
      await use(page);
    } finally {
      await context.close();
      await shop.close();
    }
  }
});

async function assertUsable(page: Page, state: string): Promise<void> {
  // Seen at rest: what comes in from below has come.
  await page.evaluate(() => {
    const root = document.querySelector('vitrine-player')?.shadowRoot;
    const bag = root?.querySelector('vitrine-bag')?.shadowRoot;
    const animations = [root, bag].flatMap((part) => part?.getAnimations() ?? []);
    const ending = animations.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });
  assert.deepEqual(await axeProblems(page), [], state);
  assert.deepEqual(await layoutProblems(page), [], state);
  assert.deepEqual(await otherVoices(page), [], `${state}: what is said goes through the announcer`);
}

/** Live regions beside the one in which everything has its turn. video.js's tell what one's own press has made of a control. */
function otherVoices(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        const speaks = element.matches('[aria-live]:not([aria-live=off]), [role=status], [role=log], output');
        if (speaks && !element.matches('.announcement, .vjs-control-text, .vjs-volume-bar'))
          found.push(`${element.localName}.${element.className}`);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    const player = document.querySelector('vitrine-player')?.shadowRoot;
    if (player) look(player);
    return found;
  });
}

async function pauseAtProducts(page: Page): Promise<void> {
  await startSampling(page);
  await page.evaluate(() => document.querySelector('vitrine-player')?.play());
  await untilPictures(page);
  await page.waitForFunction(() => {
    const root = document.querySelector('vitrine-player')?.shadowRoot;
    return (
      root?.querySelector('.vjs-control-bar') && root.querySelectorAll('vitrine-product-card').length === 3
    );
  });
  await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
}

/** How thick the edge of something within a part of the player is. */
function edgeOf(page: Page, part: string, inner: string): Promise<string> {
  return page.evaluate(
    ({ part, inner }) => {
      const found = document.querySelector('vitrine-player')?.shadowRoot?.querySelector(part);
      const element = found?.shadowRoot?.querySelector(inner);
      return element ? getComputedStyle(element).borderTopWidth : 'missing';
    },
    { part, inner },
  );
}

/** The control that has the focus, through shadow roots, and whether one sees that it has. */
function focused(page: Page): Promise<{ name: string; shown: boolean }> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return { name: '', shown: false };
    const ownLooks = [undefined, '::before'].map((part) => getComputedStyle(element, part));
    const looks = [...ownLooks, ...[...element.children].map((child) => getComputedStyle(child))];
    const shown = looks.some(
      ({ boxShadow, outlineStyle }) => boxShadow.includes('rgb(26, 86, 219)') || outlineStyle !== 'none',
    );
    const name =
      element.getAttribute('aria-label') || element.getAttribute('title') || element.textContent.trim();
    return { name, shown };
  });
}
