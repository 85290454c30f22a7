import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { bundleForPage } from '../support/bundle.ts';
import type { HandOver } from '../support/page/hand-over.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { startPublishing, type PublishedShows } from './publish-show.ts';

interface Playback {
  readonly url: string;
  readonly duration: number;
  readonly starter?: {
    readonly video: { readonly url: string; readonly mime: string };
    readonly audio?: { readonly url: string; readonly mime: string };
    readonly duration: number;
  };
}

/** The joint is at two seconds; this lies well behind it. */
const UNTIL_SECONDS = 6;

describe('a published starter in a browser', () => {
  let shows: PublishedShows;
  let browser: Browser;
  let shop: TestPage;

  before(async () => {
    shows = await startPublishing();
    browser = await launchBrowser();
    shop = await servePage({ body: '' });
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await shows?.close();
  });

  /** Plays what an event JSON names, the starter first. */
  async function play(eventUrl: string): Promise<HandOver & { readonly playback: Playback }> {
    const { playback } = (await (await fetch(eventUrl)).json()) as { playback: Playback };
    const { video, audio } = playback.starter ?? assert.fail('there is no starter');
    const file = ({ url, mime }: typeof video) => ({ url: new URL(url, eventUrl).href, mime });
    const urls = {
      video: file(video),
      ...(audio && { audio: file(audio) }),
      playlist: new URL(playback.url, eventUrl).href,
      until: UNTIL_SECONDS,
    };
    const { page, problems } = await openPage(await browser.newContext(), shop.url);
    await page.evaluate(await bundleForPage(new URL('../support/page/hand-over.ts', import.meta.url)));
    const played = await page.evaluate((given) => window.handOver?.(given), urls);
    await page.close();
    assert.deepEqual(problems, []);
    return { ...(played ?? assert.fail('nothing was played')), playback };
  }

  /** MSE alone plays it, and hls.js goes on from it without a stop, each picture at its own time: before the joint, across it and behind it. */
  function expectSmooth(played: Awaited<ReturnType<typeof play>>, firstPicture: number): void {
    const { starter, pictures, events, errors, duration, buffered, playback } = played;
    assert.equal(starter.video.length, 1);
    const [begin, end] = starter.video[0] ?? [];
    assert.equal(begin, 0);
    assert.ok(Math.abs((end ?? 0) - 2) < 0.001, `the starter ends at ${end}`);
    const [soundBegin = -1, soundEnd = -1] = starter.audio?.[0] ?? [];
    assert.ok(soundBegin >= 0 && soundBegin < 0.05 && soundEnd > 1.95, `sound: ${soundBegin} to ${soundEnd}`);
    assert.ok(Math.abs((playback.starter?.duration ?? 0) - 2) < 0.05);

    assert.deepEqual(errors, []);
    assert.deepEqual(events, []);
    assert.equal(buffered.length, 1);
    assert.ok(Math.abs(duration - playback.duration) < 0.1, `the player has a duration of ${duration}`);
    assert.ok((pictures[0]?.time ?? Infinity) < 0.2);
    for (const { time, number } of pictures) {
      const expected = firstPicture + Math.round(time * 30);
      // What is on screen when it is read may be the next picture already.
      assert.ok(number === expected || number === expected + 1, `at ${time} s: ${number}, not ${expected}`);
    }
    assert.ok(pictures.some(({ time }) => time > 1.5 && time < 2));
    assert.ok(pictures.some(({ time }) => time >= 2 && time < 2.5));
    assert.ok((pictures.at(-1)?.time ?? 0) > UNTIL_SECONDS - 1);
  }

  it('begins where the recording does, and hls.js takes over', async () => {
    expectSmooth(await play(await shows.publish('whole', 300)), 300);
  });

  it('begins in the middle of a file where an editor has cut the beginning off, and hls.js takes over', async () => {
    expectSmooth(await play(await shows.publish('trimmed', 0, 6.5)), 180);
  });
});
