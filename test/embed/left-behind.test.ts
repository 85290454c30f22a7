import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { createShow, untilStatus } from '../support/show.ts';
import { startSystem, type System } from '../support/system.ts';

/** What is counted from outside, after the collector has run. */
interface Counts {
  readonly nodes: number;
  readonly listeners: number;
  readonly players: number;
  readonly videos: number;
  readonly workers: number;
  /** Object URLs made and not given back. */
  readonly urls: number;
  /** Intervals that go on. */
  readonly intervals: number;
  readonly audioContexts: number;
}

/** It keeps one <video> for the whole page, to ask it what the browser can. */
const OF_VIDEO_JS = 1;

/** Counts what leaves no trace in the DOM; runs before any script of the page. */
function countMakers(): void {
  // By name: an URL that is given back twice (by the starter and by hls.js, which took it over) must not hide one that never is.
  const kept = { urls: new Set<string>(), intervals: new Set<unknown>(), audioContexts: 0 };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    const url = createObjectURL.call(URL, object);
    kept.urls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    kept.urls.delete(url);
    revokeObjectURL.call(URL, url);
  };
  const { setInterval: set, clearInterval: clear } = window;
  window.setInterval = ((...args: Parameters<typeof set>) => {
    const id = set(...args);
    kept.intervals.add(id);
    return id;
  }) as typeof setInterval;
  window.clearInterval = (id) => {
    kept.intervals.delete(id);
    clear(id);
  };
  window.AudioContext = new Proxy(AudioContext, {
    construct(target, args) {
      kept.audioContexts += 1;
      return Reflect.construct(target, args) as AudioContext;
    },
  });
  window.keptCounts = () => ({
    urls: kept.urls.size,
    intervals: kept.intervals.size,
    audioContexts: kept.audioContexts,
  });
}

declare global {
  interface Window {
    keptCounts?: () => { urls: number; intervals: number; audioContexts: number };
  }
}

describe('a hundred players that came and went', () => {
  let system: System;
  let browser: Browser;
  let shop: TestPage;
  let page: Page;
  let devtools: CDPSession;
  let liveId: string;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    await publishFinished(system, { slug: 'came-and-went', seconds: 12 });
    const show = await createShow(system, { slug: 'went-live' });
    await system.ivs.goLive(show.arn);
    await untilStatus(system, show, 'live');
    await system.ivs.playable(show.arn);
    liveId = show.eventId;
    shop = await servePage({
      head: `<script type="module" src="${system.cdn.url}/vitrine/vitrine.js"></script>`,
      body: '',
    });
    const context = await browser.newContext({ viewport: VIEWPORT });
    await context.addInitScript(countMakers);
    ({ page } = await openPage(context, shop.url));
    devtools = await context.newCDPSession(page);
    await page.waitForFunction(() => customElements.get('vitrine-player'));
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await system?.close();
  });

  // The IVS SDK never gives back the object URL of the line with which it starts each worker, and tells it to nobody.
  for (const [what, rounds, together, urlsEach, attributes] of [
    ['were looked at', 100, 1, 0, () => 'event-id="came-and-went"'],
    ['played an archive', 100, 1, 0, () => 'event-id="came-and-went" autoplay muted'],
    // Joining takes most of a second, of waiting: ten at a time.
    ['played live', 10, 10, 1, () => `event-id="${liveId}" autoplay muted`],
  ] as const) {
    it(`leave nothing, who ${what}`, async () => {
      const times = rounds * together;
      const markup = `<vitrine-player style="width: 320px" service="${system.service.url}" cdn="${system.cdn.url}" ${attributes()}></vitrine-player>`;
      // What the page keeps once for all players is there after the first ones.
      await mountAndRemove(markup, 3);
      const first = await settled();
      const before = { ...first, urls: first.urls + urlsEach * times };
      const started = performance.now();
      await mountAndRemove(markup.repeat(together), rounds);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const now = await settled(before);
      console.log(`${what}: ${times} in ${seconds} s, ${JSON.stringify({ before, now })}`);
      // Whatever each of them had left would be there as often as there were players.
      assert.ok(now.nodes - before.nodes < times, `${now.nodes - before.nodes} nodes more`);
      assert.ok(
        now.listeners - before.listeners < times,
        `${now.listeners - before.listeners} listeners more`,
      );
      const { urls, intervals, audioContexts } = before;
      const { players, videos, workers, ...kept } = now;
      assert.ok(videos <= OF_VIDEO_JS, `${videos} <video> elements are alive`);
      assert.deepEqual({ players, workers }, { players: 0, workers: 0 });
      assert.deepEqual(
        { urls: kept.urls, intervals: kept.intervals, audioContexts: kept.audioContexts },
        { urls, intervals, audioContexts },
      );
    });
  }

  const mountAndRemove = (html: string, rounds: number): Promise<void> =>
    page.evaluate(
      async ([html, count]) => {
        for (let n = 0; n < count; n += 1) {
          document.body.innerHTML = html;
          const isThere = (player: HTMLElementTagNameMap['vitrine-player']): boolean =>
            player.hasAttribute('autoplay')
              ? !player.paused && player.currentTime > 0
              : !!player.shadowRoot?.querySelector('vitrine-facade')?.shadowRoot?.querySelector('strong');
          await new Promise<void>((resolve) => {
            const look = (): void => {
              if ([...document.querySelectorAll('vitrine-player')].every(isThere)) resolve();
              else setTimeout(look, 10);
            };
            look();
          });
          document.body.textContent = '';
        }
      },
      [html, rounds] as const,
    );

  async function count(): Promise<Counts> {
    await devtools.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
    const kept = await page.evaluate(() => window.keptCounts?.());
    return {
      nodes,
      listeners: jsEventListeners,
      players: await instances("customElements.get('vitrine-player').prototype"),
      videos: await instances('HTMLVideoElement.prototype'),
      workers: page.workers().length,
      urls: kept?.urls ?? Number.NaN,
      intervals: kept?.intervals ?? Number.NaN,
      audioContexts: kept?.audioContexts ?? Number.NaN,
    };
  }

  /** What ends by itself a moment later (a worker, a task of the media pipeline) gets that moment. */
  async function settled(before?: Counts): Promise<Counts> {
    let now = await count();
    const deadline = performance.now() + 15_000;
    while (performance.now() < deadline) {
      const same =
        now.players + now.workers === 0 &&
        now.videos <= OF_VIDEO_JS &&
        (!before ||
          (now.nodes <= before.nodes + 50 && now.urls <= before.urls && now.intervals <= before.intervals));
      if (same) return now;
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
      now = await count();
    }
    return now;
  }

  /** How many objects with this prototype are alive. */
  async function instances(expression: string): Promise<number> {
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    const { objects } = await devtools.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
    });
    const { result: length } = await devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function() { return this.length; }',
      returnByValue: true,
    });
    await devtools.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
    return Number(length.value);
  }
});
