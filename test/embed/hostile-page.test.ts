import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage } from '../support/page-server.ts';
import { playerMarkup } from '../support/player-page.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

/** What pages do to everything that they hold. A rule that means the element itself is the page's say. */
const HOSTILE = `
  html { font-size: 62.5%; }
  body {
    color: rgb(9, 200, 9); letter-spacing: 4px; word-spacing: 9px; line-height: 3; text-align: end;
    text-indent: 30px; text-transform: uppercase; text-shadow: 0 0 4px red; white-space: pre;
    font-style: italic; font-variant: small-caps; font-weight: 900; list-style: square; cursor: wait;
    border-collapse: collapse; quotes: "a" "b"; tab-size: 20; hyphens: auto; text-align-last: center;
  }
  *, *::before, *::after { box-sizing: border-box !important; }
  *:not(html, head, body, style, script, vitrine-player) { all: unset !important; }
  svg { width: 300px !important; fill: red !important; }
  button { border: 9px dashed red !important; padding: 40px !important; }
  video, dialog, [role], [part], .base, .cards { display: none !important; }
  div:empty { display: none !important; }
  img { max-width: 7px !important; }
`;

interface Place {
  readonly what: string;
  readonly box: readonly number[];
  readonly look: Readonly<Record<string, string>>;
}

describe('a page whose styles mean everything', () => {
  let system: System;
  let browser: Browser;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const script = [{ picture: 0, show: ['mug-blue', 'mug-red'], at: { 'mug-blue': [0.4, 0.4] as const } }];
    await publishFinished(system, { slug: 'besieged', seconds: 12, script });
  });

  after(async () => {
    await browser?.close();
    await system?.close();
  });

  it('changes nothing in the player but its font, and is changed in nothing', async () => {
    const [plain, besieged] = [await read(''), await read(HOSTILE)];
    assert.ok(plain.places.length > 40, `${plain.places.length} elements`);
    assert.deepEqual(besieged.places, plain.places);
    for (const { own } of [plain, besieged]) assert.deepEqual(own.now, own.before);
  });

  async function read(style: string) {
    const markup = playerMarkup(system, { eventId: 'besieged', attributes: 'muted' });
    const own =
      '<h1>Shop</h1><p>Text <a href="#x">link</a></p><button>Buy</button><div></div><svg width="9" height="9"><rect/></svg><ul><li>One</ul><dialog open>Hello</dialog>';
    const shop = await servePage({
      head: `<style>body { font-family: serif } vitrine-player { display: block; width: 640px; aspect-ratio: 16 / 9 } ${style}</style>`,
      body: `${own}${markup.body}`,
    });
    const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
    const { page } = await openPage(context, shop.url);
    const before = await looksOfPage(page);
    await page.addScriptTag({ type: 'module', url: `${system.cdn.url}/vitrine/vitrine.js` });
    await until('it is defined', () =>
      page.evaluate(() => document.querySelector('vitrine-player')?.shadowRoot != null),
    );
    await page.evaluate(() => document.querySelector('vitrine-player')?.play());
    const player = page.locator('vitrine-player');
    await player.locator('vitrine-product-card').first().waitFor({ state: 'attached' });
    await player.locator('vitrine-bag button.bag').waitFor({ state: 'attached' });
    await player.locator('.vjs-control-bar').waitFor({ state: 'attached' });
    await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const places = await page.evaluate(readPlaces);
    const now = await looksOfPage(page);
    await context.close();
    await shop.close();
    return { places, own: { before, now } };
  }
});

/** Everything that the page knows of itself: its elements' looks, its sheets, what lies in its head and body. */
function looksOfPage(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    children: [...document.head.children, ...document.body.children]
      .map(({ tagName }) => tagName)
      .filter((name) => name !== 'SCRIPT'),
    classes: [document.documentElement.className, document.body.className],
    styles: ['html', 'body', 'h1', 'p', 'a', 'button', 'div', 'svg', 'li', 'dialog'].map((name) => {
      const element = document.querySelector(name);
      const style = element && getComputedStyle(element);
      return (
        style && [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`).join('; ')
      );
    }),
  }));
}

/** Where everything in the player is that one sees, and how it looks; runs in the page. */
function readPlaces(): Place[] {
  const properties = [
    'color',
    'fontSize',
    'fontWeight',
    'fontStyle',
    'fontVariantCaps',
    'letterSpacing',
    'wordSpacing',
    'lineHeight',
    'textAlign',
    'textIndent',
    'textTransform',
    'textShadow',
    'whiteSpace',
    'cursor',
    'boxSizing',
    'padding',
    'border',
    'fill',
    'opacity',
  ] as const;
  const player = document.querySelector('vitrine-player');
  const origin = player?.getBoundingClientRect() ?? new DOMRect();
  const found: Place[] = [];
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      // Times, and what stands on them, go on.
      const goesOn = element.closest('.vjs-progress-control, .vjs-time-control, .announcement');
      if (element.localName !== 'style' && !goesOn && element.checkVisibility()) {
        const { left, top, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        found.push({
          what: `${element.localName}.${element.getAttribute('class') ?? ''}`,
          box: [left - origin.left, top - origin.top, width, height].map(
            (length) => Math.round(length * 10) / 10,
          ),
          look: Object.fromEntries(properties.map((name) => [name, style[name]])),
        });
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  if (player?.shadowRoot) walk(player.shadowRoot);
  return found;
}
