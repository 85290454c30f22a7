import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { agrees, lateBy } from '../support/agreement.ts';
import { launchBrowser, openPage, VIEWPORT, type WatchedPage } from '../support/browser.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { playerMarkup, readSamples, startSampling, untilPictures } from '../support/player-page.ts';
import { PRODUCTS, type Highlight } from '../support/script.ts';
import { sendHighlight, whereLost } from '../support/send-show.ts';
import { createShow, untilStatus, type Show } from '../support/show.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

/** Pictures at 30 a second between a highlight and the one in which it would have been in-band: 250 ms, rounded up. */
const REACH = 8;

/** Pictures by which a live picture is behind the studio: more than the IVS player keeps here. */
const BEHIND = 360;

/** On air before anybody joins. */
const OPENING = { show: ['vase-sand', 'mug-red'], at: {} };

/** One state for each product, and pictures until the next: some so near that one reading of live.json has two of them. */
const STEPS = [60, 12, 75, 20, 10, 66];

describe('a player that gets no cue in the stream', () => {
  let system: System;
  let browser: Browser;
  let show: Show;
  let shop: TestPage;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    show = await createShow(system, { slug: 'silent' });
    shop = await servePage(playerMarkup(system, { eventId: show.eventId, attributes: 'autoplay muted' }));
    await system.ivs.goLive(show.arn, { prerollSeconds: 12 });
    await untilStatus(system, show, 'live');
    system.ivs.mishaps(show.arn).blockMetadata(3600);
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  it('shows who joins late what is on air, and then every highlight at its own picture', async () => {
    const before = whereLost(system, show, await sendHighlight(system, show, OPENING));
    await until('a live picture is one after it', () => pictureNow() > before + BEHIND);
    const { page, problems } = await open();
    const first = await untilPictures(page);
    await until(
      'what is on air is shown',
      async () => {
        const sample = (await readSamples(page)).at(-1);
        return sample && agrees(sample, OPENING);
      },
      3_000,
    );

    const script: Highlight[] = [];
    for (const [index, step] of STEPS.entries()) {
      const state = { show: [PRODUCTS[index] ?? 'mug-blue'], at: {} };
      const n = await sendHighlight(system, show, state);
      script.push({ ...state, picture: whereLost(system, show, n) });
      const next = (script.at(-1)?.picture ?? 0) + step;
      await until(`the show reached picture ${next}`, () => pictureNow() >= next);
    }
    const end = (script.at(-1)?.picture ?? 0) + 30;
    const samples = await until(`picture ${end} was on screen`, async () => {
      const seen = await readSamples(page);
      return (seen.at(-1)?.frame ?? 0) >= end && seen;
    });

    const [begin = 0] = script.map(({ picture }) => picture);
    const late = script.map((highlight, index) => {
      const until = script[index + 1]?.picture ?? end;
      return lateBy(
        samples.filter(({ frame }) => frame < until + REACH),
        highlight,
      );
    });
    console.log(`side channel: pictures late, by highlight: ${late.join(' ')}`);
    assert.ok(
      late.every((pictures) => Math.abs(pictures) <= REACH),
      `${late.join(' ')}; ${problems.join('\n')}`,
    );
    const between = samples.filter(({ frame }) => frame > first.frame + 90 && frame < begin - REACH);
    assert.deepEqual(
      between.filter((sample) => !agrees(sample, OPENING)),
      [],
    );
    const { inBand, sideChannel } = await countsOf(page);
    assert.deepEqual([inBand, sideChannel], [0, STEPS.length + 1]);
  });

  function pictureNow(): number {
    return system.ivs.position(show.arn).frame;
  }

  async function open(): Promise<WatchedPage> {
    const context = await browser.newContext({ viewport: VIEWPORT });
    const watched = await openPage(context, shop.url);
    await startSampling(watched.page);
    return watched;
  }
});

function countsOf(page: Page): Promise<{ inBand: number; sideChannel: number }> {
  return page.evaluate(() => {
    const { cues = { inBand: 0, sideChannel: 0 } } =
      document.querySelector('vitrine-player')?.diagnostics ?? {};
    return cues;
  });
}
