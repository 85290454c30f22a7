import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { offBy } from '../support/agreement.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import type { Sample } from '../support/page/sampler.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { playerMarkup, readSamples, startSampling, untilPictures } from '../support/player-page.ts';
import { FRAMES_IN_CLIP, variedStates, type Highlight } from '../support/script.ts';
import { sendShow } from '../support/send-show.ts';
import { createShow, untilStatus, type Show } from '../support/show.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

/** The stream begins twelve seconds before the clip starts over, which is a discontinuity: the viewer is there by then. */
const FROM = FRAMES_IN_CLIP - 360;

describe('across a discontinuity', () => {
  let system: System;
  let browser: Browser;
  let show: Show;
  let shop: TestPage;
  let script: readonly Highlight[];

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    show = await createShow(system, { slug: 'loop' });
    shop = await servePage(playerMarkup(system, { eventId: show.eventId, attributes: 'autoplay muted' }));
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  it('shows each highlight at its picture while live', async () => {
    await system.ivs.goLive(show.arn, { fromFrame: FROM });
    await untilStatus(system, show, 'live');
    await system.ivs.playable(show.arn);
    const context = await browser.newContext({ viewport: VIEWPORT });
    await context.route('**/live.json', (route) => route.abort());
    const { page } = await openPage(context, shop.url);
    await startSampling(page);
    await untilPictures(page);
    script = await sendShow(system, show, variedStates(6));
    const end = (script.at(-1)?.picture ?? 0) + 30;
    const seen = await playedUntil(page, end);
    await context.close();
    assertAgreement(seen, 3);
  });

  it('shows each highlight at its picture in the archive', async () => {
    await system.ivs.stopStream(show.arn);
    await untilStatus(system, show, 'archived');
    const context = await browser.newContext({ viewport: VIEWPORT });
    const { page } = await openPage(context, shop.url);
    await startSampling(page);
    const seen = await playedUntil(page, (script.at(-1)?.picture ?? 0) + 30);
    await context.close();
    assertAgreement(seen, 1);
  });

  function assertAgreement(seen: readonly Sample[], reach: number): void {
    const first = script[0]?.picture ?? 0;
    const within = seen.filter(({ frame }) => frame >= first);
    assert.ok(
      within.some(({ frame }) => frame < FRAMES_IN_CLIP),
      'nothing was seen before the loop',
    );
    assert.ok(
      within.some(({ frame }) => frame > FRAMES_IN_CLIP),
      'nothing was seen after the loop',
    );
    const wrong = within.filter((sample) => {
      const off = offBy(sample, script, 15);
      return off === undefined || off < -1 || off > reach;
    });
    assert.ok(
      wrong.length <= within.length * 0.05,
      `${wrong.length} of ${within.length} pictures: ${JSON.stringify(wrong.slice(0, 3))}`,
    );
  }
});

async function playedUntil(page: Page, picture: number): Promise<Sample[]> {
  return until(
    `picture ${picture} was played`,
    async () => {
      const samples = countThrough(await readSamples(page));
      return (samples.at(-1)?.frame ?? 0) >= picture && samples;
    },
    60_000,
  );
}

/** Counts pictures on through the loop: where the number falls by far, the clip has started over. */
function countThrough(samples: readonly Sample[]): Sample[] {
  let loops = 0;
  let previous = 0;
  return samples.map((sample) => {
    if (sample.frame < previous - FRAMES_IN_CLIP / 2) loops += 1;
    previous = sample.frame;
    return { ...sample, frame: sample.frame + loops * FRAMES_IN_CLIP };
  });
}
