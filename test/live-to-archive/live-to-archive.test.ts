import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { agrees, lateBy, offBy, percentile } from '../support/agreement.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import type { Sample } from '../support/page/sampler.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { playerMarkup, readSamples, startSampling, untilPictures } from '../support/player-page.ts';
import { expectedAt, variedStates, type Highlight } from '../support/script.ts';
import { seekAndSample } from '../support/seek.ts';
import { sendShow } from '../support/send-show.ts';
import { createShow, untilStatus, type Show } from '../support/show.ts';
import { emptyHighlightRecord } from '../support/highlight-record.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

/** Highlights of the show, some thirty-five seconds of them: less than the clip, so that a number names one picture. */
const HIGHLIGHTS = 24;
/** Pictures at 30 a second that the overlay may be late on air for 95 of 100 highlights: 100 ms. */
const LATE_ON_AIR = 3;
const EARLY = 1;

describe('one event, from live to archive', () => {
  let system: System;
  let browser: Browser;
  let show: Show;
  let shop: TestPage;
  /** What IVS wrote into the stream, by picture. */
  let script: readonly Highlight[];
  let live: readonly Sample[];

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    show = await createShow(system, { slug: 'spring-table' });
    shop = await servePage(playerMarkup(system, { eventId: show.eventId, attributes: 'autoplay muted' }));
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  it('shows each highlight at the picture into which it was written, while live, from in-band metadata alone', async () => {
    await system.ivs.goLive(show.arn);
    await untilStatus(system, show, 'live');
    await system.ivs.playable(show.arn);
    const context = await browser.newContext({ viewport: VIEWPORT });
    await context.route('**/live.json', (route) => route.abort());
    const { page, problems } = await openPage(context, shop.url);
    await startSampling(page);
    await untilPictures(page);
    assert.equal(await engineOf(page), 'ivs', problems.join('\n'));

    script = await sendShow(system, show, variedStates(HIGHLIGHTS));
    const last = script.at(-1)?.picture ?? 0;
    await until('the last highlight was on screen', async () => {
      const samples = await readSamples(page);
      return (samples.at(-1)?.frame ?? 0) > last + 30;
    });
    live = await readSamples(page);
    await context.close();

    const first = script[0]?.picture ?? 0;
    const seen = live.filter(({ frame }) => frame >= first);
    assert.ok(seen.length > 300, `only ${seen.length} pictures were sampled`);
    const late = script.map((highlight) => lateBy(seen, highlight));
    console.log(`live: pictures late, by highlight: ${late.join(' ')}; ${seen.length} pictures sampled`);
    assert.ok(Math.min(...late) >= -EARLY, `a highlight came early: ${late.join(' ')}`);
    assert.ok(percentile(late, 0.95) <= LATE_ON_AIR, `highlights came late: ${late.join(' ')}`);
    const wrong = seen.filter((sample) => offBy(sample, script, 15) === undefined);
    assert.deepEqual(wrong, [], 'the overlay showed what belongs to no picture near by');
  });

  it('shows the same in the archive of that show, however a picture is reached', async () => {
    await emptyHighlightRecord(system, show);
    await system.ivs.stopStream(show.arn);
    await untilStatus(system, show, 'archived');
    const context = await browser.newContext({ viewport: VIEWPORT });
    const { page, problems } = await openPage(context, shop.url);
    await startSampling(page);
    await untilPictures(page);
    assert.equal(await engineOf(page), 'hls', problems.join('\n'));

    const first = (script[0]?.picture ?? 0) - 30;
    const last = (script.at(-1)?.picture ?? 0) + 30;
    await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
    const pictures = spread(first, last, 36);
    const offLive: number[] = [];
    for (const picture of pictures) {
      const sample = await seekAndSample(page, picture);
      const expected = expectedAt(script, sample.frame);
      assert.ok(
        agrees(sample, expected),
        `after a seek to picture ${sample.frame}: ${JSON.stringify({ sample, expected })}`,
      );
      const seenLive = nearest(live, sample.frame);
      const off = seenLive && offBy(seenLive, script, 15);
      if (off !== undefined) offLive.push(off);
    }
    console.log(
      `archive: ${pictures.length} pictures reached by seeking, ${offLive.length} of them also seen live, there off by ${offLive.join(' ')}`,
    );
    assert.ok(offLive.length >= 30, `only ${offLive.length} pictures were seen by both`);
    assert.ok(Math.min(...offLive) >= -EARLY, `live was early: ${offLive.join(' ')}`);
    assert.ok(percentile(offLive, 0.95) <= LATE_ON_AIR, `live was late: ${offLive.join(' ')}`);

    for (const rate of [1, 2]) {
      const played = await playStretch(page, first + 60, first + 60 + 240 * rate, rate);
      assert.ok(played.length > 60, `only ${played.length} pictures were sampled at rate ${rate}`);
      const off = played.map((sample) => offBy(sample, script, 10));
      assert.ok(
        off.every((pictures) => pictures !== undefined && Math.abs(pictures) <= rate),
        `at rate ${rate} the overlay was off by ${JSON.stringify(played.filter((_, index) => Math.abs(off[index] ?? 99) > rate).slice(0, 3))}`,
      );
    }
    await context.close();
  });
});

/** The live viewer's sample of a picture; a busy machine skips some, and then the one before it counts. */
function nearest(samples: readonly Sample[], picture: number): Sample | undefined {
  return samples.find(({ frame }) => frame === picture) ?? samples.find(({ frame }) => frame === picture - 1);
}

function engineOf(page: Page): Promise<unknown> {
  return page.evaluate(() => document.querySelector('vitrine-player')?.diagnostics.engine);
}

/** So many pictures between two, first forwards through every second one, then backwards through the others. */
function spread(first: number, last: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, index) =>
    Math.round(first + ((last - first) * index) / (count - 1)),
  );
  return [
    ...all.filter((_, index) => index % 2 === 0),
    ...all.filter((_, index) => index % 2 === 1).reverse(),
  ];
}

async function playStretch(page: Page, from: number, to: number, rate: number): Promise<Sample[]> {
  await seekAndSample(page, from);
  const before = (await readSamples(page)).length;
  await page.evaluate(async (playbackRate) => {
    const player = document.querySelector('vitrine-player');
    if (!player) return;
    player.playbackRate = playbackRate;
    await player.play();
  }, rate);
  const samples = await until(`picture ${to} was played at rate ${rate}`, async () => {
    const played = (await readSamples(page)).slice(before);
    return (played.at(-1)?.frame ?? 0) >= to && played;
  });
  await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
  return samples;
}
