import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Shop } from '../../demo/shop/start-shop.ts';
import { THEMES } from '../../demo/shop/themes/themes.ts';
import { axeProblems } from '../accessibility/audit.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startDemoShop } from '../support/demo-shop.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

/** Text and what it stands on, by the names of their properties. */
const PAIRS = [
  ['ink', 'surface'],
  ['muted', 'surface'],
  ['sale', 'surface'],
  ['on-accent', 'accent'],
] as const;
/** WCAG 2.2 AA. */
const CONTRAST = 4.5;

describe('the themes of the demo', () => {
  let system: System;
  let browser: Browser;
  let shop: Shop;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const script = [{ picture: 0, show: ['mug-blue', 'mug-red'], at: { 'mug-blue': [0.4, 0.4] as const } }];
    await publishFinished(system, { slug: 'themed', seconds: 30, script });
    shop = await startDemoShop(system);
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  for (const [name, { title }] of Object.entries(THEMES)) {
    it(`${title}: everybody can read it, with products, with all of them open, and on a phone`, async () => {
      for (const viewport of [
        { width: 1280, height: 900 },
        { width: 390, height: 844 },
      ]) {
        const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
        const { page, problems } = await openPage(context, `${shop.url}/themes/${name}?event=themed`);
        const player = page.locator('vitrine-player');
        await until('it is defined', () =>
          page.evaluate(() => document.querySelector('vitrine-player')?.shadowRoot != null),
        );
        assert.deepEqual(await axeProblems(page), [], 'the facade');
        await page.evaluate(() => {
          const one = document.querySelector('vitrine-player');
          if (one) Object.assign(one, { muted: true });
          return one?.play();
        });
        await player.locator('vitrine-product-card').first().waitFor();
        await player.locator('.vjs-control-bar').waitFor({ state: 'attached' });
        await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
        assert.deepEqual(await axeProblems(page), [], 'products');
        await look(page, `${name}-${String(viewport.width)}`);
        await player.locator('vitrine-bag button.bag').click();
        await player.locator('vitrine-product-shelf').waitFor();
        assert.deepEqual(await axeProblems(page), [], 'all products');
        await look(page, `${name}-${String(viewport.width)}-shelf`);
        for (const pair of PAIRS) {
          const contrast = await contrastOf(page, pair);
          assert.ok(contrast >= CONTRAST, `${pair.join(' on ')}: ${contrast.toFixed(2)}`);
        }
        assert.deepEqual(problems, []);
        await context.close();
      }
    });
  }
});

/** For whoever wants to see them: `LOOKS=/some/folder`. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOKS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** The least contrast of two tokens, whatever lies behind one that lets something through. */
function contrastOf(page: Page, pair: readonly [string, string]): Promise<number> {
  return page.evaluate(([text, ground]) => {
    const base = document.querySelector('vitrine-player')?.shadowRoot?.querySelector('.base');
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!base || !context) return 0;
    const colour = (name: string): string => getComputedStyle(base).getPropertyValue(`--${name}`);
    const luminance = (...layers: readonly string[]): number => {
      for (const layer of layers) {
        context.fillStyle = layer;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ratios = ['#000', '#fff'].map((behind) => {
      const below = luminance(behind, colour(ground));
      const above = luminance(behind, colour(ground), colour(text));
      return (Math.max(below, above) + 0.05) / (Math.min(below, above) + 0.05);
    });
    return Math.min(...ratios);
  }, pair);
}
