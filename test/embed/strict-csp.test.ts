import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { createShow, untilStatus } from '../support/show.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

type Policy = Readonly<Record<string, readonly string[]>>;

interface Origins {
  readonly cdn: string;
  readonly service: string;
  readonly ivs: string;
}

/** The policy that the README gives. */
function policy({ cdn, service, ivs }: Origins): Policy {
  return {
    'default-src': ["'none'"],
    'script-src': [cdn, "'wasm-unsafe-eval'"],
    'worker-src': ['blob:'],
    'media-src': ['blob:'],
    'connect-src': [cdn, service, ivs, 'https://*.live-video.net'],
    'img-src': [cdn, 'data:'],
  };
}

function written(sources: Policy): string {
  return Object.entries(sources)
    .map(([directive, names]) => `${directive} ${names.join(' ') || "'none'"}`)
    .join('; ');
}

/** What each kind of event needs; `data:` is the test page's own, for its icon. */
const NEEDED = {
  archive: [
    ['script-src', 'cdn'],
    ['worker-src', 'blob:'],
    ['media-src', 'blob:'],
    ['connect-src', 'service'],
    ['connect-src', 'cdn'],
    ['img-src', 'cdn'],
  ],
  live: [
    ['script-src', "'wasm-unsafe-eval'"],
    ['connect-src', 'ivs'],
    ['connect-src', 'https://*.live-video.net'],
  ],
} as const;

/** Of the shop's own: video.js sets up every element with `data-setup` that it finds, unless it is told not to. */
const OWN_PLAYER =
  '<video id="own" class="video-js" data-setup=\'{"controls":true}\' width="320" height="180"></video>';

describe('a page under a strict policy', () => {
  let system: System;
  let browser: Browser;
  let origins: Origins;
  let events: { readonly archive: string; readonly live: string };

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    origins = { cdn: system.cdn.url, service: system.service.url, ivs: system.ivs.url };
    events = { archive: await publish(system), live: await goLive(system) };
  });

  after(async () => {
    await browser?.close();
    await system?.close();
  });

  for (const kind of ['archive', 'live'] as const) {
    it(`shows no violation and keeps its own players, ${kind}`, async () => {
      const markup = playerMarkup(system, { eventId: events[kind], attributes: 'autoplay muted' });
      const shop = await servePage({
        head: markup.head,
        body: OWN_PLAYER + markup.body,
        csp: written(policy(origins)),
      });
      const context = await browser.newContext({ viewport: VIEWPORT });
      const { page, problems } = await openPage(context, shop.url);
      const before = await page.evaluate(() => ({
        globals: Object.keys(window).sort(),
        styles: document.head.querySelectorAll('style, link[rel=stylesheet]').length,
      }));
      await startSampling(page);
      await untilPictures(page);
      await until('the controls are there', () =>
        page.evaluate(() => {
          const find = (root: ParentNode): boolean =>
            [...root.querySelectorAll('*')].some(
              (element) =>
                element.classList.contains('vjs-control-bar') ||
                (element.shadowRoot !== null && find(element.shadowRoot)),
            );
          return find(document);
        }),
      );
      const own = await page.evaluate(() => {
        const video = document.querySelector('#own');
        return { parent: video?.parentElement?.tagName, classes: video?.className };
      });
      const now = await page.evaluate(() => ({
        globals: Object.keys(window).sort(),
        styles: document.head.querySelectorAll('style, link[rel=stylesheet]').length,
      }));
      await context.close();
      await shop.close();
      assert.deepEqual(shop.violations, []);
      assert.deepEqual(
        problems.filter((text) => /Content Security Policy/i.test(text)),
        [],
      );
      assert.deepEqual(own, { parent: 'BODY', classes: 'video-js' });
      assert.deepEqual(
        now.globals.filter((name) => !before.globals.includes(name) && name !== 'vitrineSampler'),
        [],
      );
      assert.equal(now.styles, before.styles, 'a style sheet was written into the page');
    });
  }

  for (const kind of ['archive', 'live'] as const) {
    for (const [directive, name] of NEEDED[kind]) {
      it(`needs ${directive} ${name}, ${kind}`, async () => {
        const { [name as keyof Origins]: source = name } = origins;
        const full = policy(origins);
        const without = { ...full, [directive]: full[directive]?.filter((one) => one !== source) ?? [] };
        assert.notDeepEqual(without, full);
        const markup = playerMarkup(system, {
          eventId: events[kind],
          attributes: 'autoplay muted',
          cdn: name !== 'service',
        });
        const shop = await servePage({ ...markup, csp: written(without) });
        const context = await browser.newContext({ viewport: VIEWPORT });
        await openPage(context, shop.url);
        // Nothing else is missed but what has been taken away.
        const missed = await until('the browser refuses something', () =>
          shop.violations.length > 0 ? shop.violations.map(refusedBy) : undefined,
        );
        await context.close();
        await shop.close();
        assert.deepEqual(
          missed.filter((refused) => !refused.startsWith(directive)),
          [],
        );
      });
    }
  }
});

async function publish(system: System): Promise<string> {
  const { eventId } = await publishFinished(system, { slug: 'strict-archive', seconds: 12 });
  return eventId;
}

async function goLive(system: System): Promise<string> {
  const show = await createShow(system, { slug: 'strict-live' });
  await system.ivs.goLive(show.arn);
  await untilStatus(system, show, 'live');
  await system.ivs.playable(show.arn);
  return show.eventId;
}

/** The directive by which something was refused, as the browser reports it. */
function refusedBy(violation: unknown): string {
  const { 'csp-report': report } = violation as { 'csp-report': { 'effective-directive': string } };
  return report['effective-directive'];
}
