import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { publishFinished } from '../support/publish-finished.ts';
import type { Highlight } from '../support/script.ts';
import { seekAndSample } from '../support/seek.ts';
import { startSystem, type System } from '../support/system.ts';

interface Shot {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly product: string | null;
  readonly name: string;
}

const demo = new URL('../../demo/', import.meta.url);
const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(path, demo), 'utf8'));

describe('a screenshot of the replay', () => {
  let system: System;
  let browser: Browser;
  let shop: TestPage;
  let closeUps: readonly Shot[];

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    const { shots } = (await readJson('media/show.json')) as { shots: readonly Shot[] };
    closeUps = shots.filter(({ kind, product }) => kind === 'close-up' && product !== null);
    const lines = (await readJson('seed/highlights.json')) as readonly (Omit<Highlight, 'picture'> & {
      frame: number;
    })[];
    const script = lines.map(({ frame, show, at }) => ({ picture: frame, show, at }));
    const { eventId } = await publishFinished(system, { slug: 'hosted', seconds: 96, script });
    shop = await servePage(playerMarkup(system, { eventId, attributes: 'autoplay muted' }));
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  it('names in the overlay the product that fills the picture', async () => {
    assert.equal(closeUps.length, 6);
    const context = await browser.newContext({ viewport: VIEWPORT });
    const { page } = await openPage(context, shop.url);
    await startSampling(page);
    await untilPictures(page);
    await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
    for (const shot of closeUps) {
      for (const picture of [shot.from, Math.round((shot.from + shot.to) / 2)]) {
        await seekAndSample(page, picture);
        const png = (await page.screenshot()).toString('base64');
        const [sample, text, painted] = await page.evaluate(async (shown) => {
          const sampler = window.vitrineSampler;
          return [sampler?.now(), sampler?.cardText(), await sampler?.readScreenshot(shown)] as const;
        }, png);
        assert.equal(painted, picture, 'the number in the screenshot');
        assert.equal(sample?.shown[0], shot.product, `picture ${picture} shows ${shot.name}`);
        assert.ok(text?.includes(shot.name), `the card should name ${shot.name}, not ${text}`);
      }
    }
    await context.close();
  });
});
