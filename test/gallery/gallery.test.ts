import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { FREE_PORTS } from '../../demo/ports.ts';
import type { State } from '../../demo/shop/states/state.ts';
import { GROUPS, STATES } from '../../demo/shop/states/states.ts';
import { VIEWPORTS, type Viewport } from '../../demo/shop/states/viewports.ts';
import { startDemo, type Demo } from '../../demo/start-demo.ts';
import { axeProblems, layoutProblems } from '../accessibility/audit.ts';
import { tabStops } from '../accessibility/tab-order.ts';
import { launchBrowser, openPage, watchPage, type WatchedPage } from '../support/browser.ts';

/** Not in the repository: to be looked at, newest run only. */
const PICTURES = fileURLToPath(new URL('../../screenshots/', import.meta.url));

const [DESKTOP, , PHONE, SMALL] = VIEWPORTS;
const AUDITED: readonly Viewport[] = [DESKTOP, PHONE];

const CARD = [
  'Stoneware mug, cobalt Now €19.00 Before €24.00',
  'Add Stoneware mug, cobalt',
  'Hold what is shown',
];
const ALL = '6 products in this video';
const LIVE_CONTROLS = [
  '8 s behind the studio',
  'Pause',
  'Unmute',
  'Volume Level',
  'Quality',
  'Picture-in-Picture',
  'Fullscreen',
];

/** Products, live badge, controls from left to right, all products. Those of the replay are in "everybody can use the player". */
const TAB_STOPS = {
  facade: ['Play Spring table: the preview evening'],
  'live-one': ['Open Stoneware mug, cobalt', ...CARD, ...LIVE_CONTROLS, ALL],
  'replay-offered': ['Watch the replay', ...CARD, ...LIVE_CONTROLS, ALL],
  'not-started': ['Add to calendar', ALL],
  'event-not-loaded': ['Try again'],
  'engine-not-loaded': ['Try again', ALL],
};

/* Two at a time: while one page waits for its stream, the other is looked at. */
describe('the gallery of states', { concurrency: 2 }, () => {
  let demo: Demo;
  let browser: Browser;
  let context: BrowserContext;
  let folder: string;
  /** Pages that can show another state: opening one costs more than all that is looked at in it. */
  const idle: WatchedPage[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitrine-gallery-'));
    await rm(PICTURES, { recursive: true, force: true });
    await mkdir(PICTURES, { recursive: true });
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: VIEWPORTS[0] });
    demo = await startDemo({
      ports: FREE_PORTS,
      dataDir: join(folder, 'data'),
      build: false,
      autoHost: false,
      recordedShow: true,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  });

  after(async () => {
    await browser?.close();
    await demo?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const { title, states } of GROUPS) {
    for (const state of states) {
      it(`${title}: ${state.title}`, async () => {
        const watched = idle.pop() ?? (await watchPage(context));
        const { page, problems } = watched;
        problems.length = 0;
        try {
          await page.setViewportSize(DESKTOP);
          await page.goto(`${demo.shopUrl}/states/${state.id}/stage`, { waitUntil: 'domcontentloaded' });
          await reached(page);
          const found: string[] = [];
          for (const viewport of sizesOf(state)) {
            await page.setViewportSize(viewport);
            await atRest(page);
            const own = await layoutProblems(page);
            // What axe sees depends on the size only where something comes or goes.
            if (AUDITED.includes(viewport)) own.push(...(await axeProblems(page)));
            found.push(...own.map((problem) => `${viewport.name}: ${problem}`));
            await atRest(page);
            const name = `${String(STATES.indexOf(state) + 1).padStart(2, '0')}-${state.id}-${viewport.width}.jpg`;
            // A panel over the page lies outside of the player, and a player that fills the page outside of its place.
            const isOverPage =
              (await page.locator('dialog:popover-open, vitrine-player[data-filled]').count()) > 0;
            const shown = isOverPage ? page : page.locator('main');
            await shown.screenshot({ path: join(PICTURES, name), quality: 85 });
          }
          assert.deepEqual(found, []);
          assert.deepEqual(problems.filter(isOurs), []);
          idle.push(watched);
        } catch (error) {
          await page.close();
          throw error;
        }
      });
    }
  }

  for (const [id, wanted] of Object.entries(TAB_STOPS))
    it(`leads the keyboard through it in the order in which one looks: ${id}`, async () => {
      const { page } = await openPage(context, `${demo.shopUrl}/states/${id}/stage`);
      await page.setViewportSize(DESKTOP);
      await reached(page);
      await atRest(page);
      // How far it is differs; a live seek bar comes with somewhere to go.
      const stops = (await tabStops(page)).map((name) => name.replace(/^\d+ s behind/, '8 s behind'));
      assert.deepEqual(
        stops.filter((name) => name !== 'Progress Bar'),
        wanted,
      );
      await page.close();
    });

  it('leaves the controls to whoever has paused, however long nobody moves', async () => {
    const { page } = await openPage(context, `${demo.shopUrl}/states/replay-one/stage`);
    await page.setViewportSize(PHONE);
    await reached(page);
    await page.mouse.move(195, 60);
    await page.locator('.vjs-user-inactive').waitFor({ state: 'attached' });
    assert.deepEqual(await layoutProblems(page), []);
    await page.close();
  });

  it('leads from the shop to each state, and from state to state, at the size of a device', async () => {
    const { page } = await openPage(context, `${demo.shopUrl}/?qa`);
    await page.getByRole('link', { name: 'States of the player' }).click();
    assert.equal(await page.locator('.state-group li').count(), STATES.length);
    await page.locator('.state-group a').first().click();
    await page.getByRole('link', { name: /^Phone/ }).click();
    await page.getByRole('link', { name: 'Next' }).click();
    assert.equal(new URL(page.url()).pathname, `/states/${STATES[1]?.id}`);
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-state="reached"]').waitFor();
    assert.equal(await frame.locator('html').evaluate(() => innerWidth), 390);
    await page.close();
  });
});

/** Of a state whose look another has, only the ends: where there is most room, and least for its words. */
function sizesOf({ looksLike }: State): readonly Viewport[] {
  return looksLike === undefined ? VIEWPORTS : [DESKTOP, SMALL];
}

async function reached(page: Page): Promise<void> {
  await page.locator('html[data-state]').waitFor({ timeout: 40_000 });
  const problem = page.locator('main > .problem');
  if (await problem.count()) throw new Error((await problem.textContent()) ?? '');
}

let moves = 0;

/** The mouse moves, so that controls are there, and what comes into its place has come there. */
async function atRest(page: Page): Promise<void> {
  const { x = 0, y = 0, width = 0 } = (await page.locator('vitrine-player').boundingBox()) ?? {};
  moves += 1;
  await page.mouse.move(x + width / 2 + (moves % 7), y + 40);
  await page.waitForFunction(
    () => !document.querySelector('vitrine-player')?.shadowRoot?.querySelector('[data-idle]'),
  );
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    const animations = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(animations.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** A state may be made of answers that the browser, or the IVS player, complains of; anything else is a mistake. */
function isOurs(problem: string): boolean {
  return !/Failed to load resource|^Player stopping playback/.test(problem);
}
