import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startCdnOrigin, type CdnOrigin } from '../../demo/cdn-origin.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { publishFinished } from '../support/publish-finished.ts';
import { servePage } from '../support/page-server.ts';
import { createShow, untilStatus } from '../support/show.ts';
import { startSystem, type System } from '../support/system.ts';
import { until } from '../support/until.ts';

const run = promisify(execFile);
const BIN = fileURLToPath(new URL('../../packages/player-widget/bin/', import.meta.url));

interface Snippet {
  readonly script: { readonly src: string; readonly integrity: string };
  readonly contentSecurityPolicy: { readonly 'script-src': readonly string[] };
}

describe('the generated snippet, with the built files on another origin', () => {
  let system: System;
  let browser: Browser;
  let folder: string;
  let release: string;
  let files: CdnOrigin;

  before(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    folder = await mkdtemp(join(tmpdir(), 'vitrine-release-'));
    release = join(folder, 'public');
    await run(process.execPath, [join(BIN, 'vitrine-release.js'), release]);
    files = await startCdnOrigin({ port: 0, widgetDir: release, storeDir: join(folder, 'none') });
    await publishFinished(system, { slug: 'vouched', seconds: 12 });
  });

  after(async () => {
    await browser?.close();
    await files?.close();
    await system?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('plays an archive and a live event under a strict policy, every module vouched for', async () => {
    const show = await createShow(system, { slug: 'vouched-live' });
    await system.ivs.goLive(show.arn);
    await untilStatus(system, show, 'live');
    await system.ivs.playable(show.arn);
    const { page, problems, violations, close } = await open('vouched');
    await until('the archive plays', () => plays(page));
    // The live one in the same page, whose import map covers the IVS player too.
    await page.evaluate(
      (id) => document.querySelector('vitrine-player')?.setAttribute('event-id', id),
      show.eventId,
    );
    await until('the live event plays', async () => (await engineOf(page)) === 'ivs' && plays(page));
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    const covered = await page.evaluate(() => {
      const text = document.querySelector('script[type=importmap]')?.textContent ?? '{}';
      return Object.keys((JSON.parse(text) as { integrity: Record<string, string> }).integrity);
    });
    await close();
    const modules = loaded.filter((url) => url.startsWith(`${files.url}/vitrine/`) && /\.js$/.test(url));
    assert.ok(modules.length > 8, modules.join('\n'));
    // What the documentation names as not covered: workers.
    const workers = /\/(hls\.worker|amazon-ivs-wasmworker\.min)\.js$/;
    assert.deepEqual(
      modules.filter((url) => !covered.includes(url) && !workers.test(url)),
      [],
    );
    assert.deepEqual([violations, problems], [[], []]);
  });

  it('names in advance what a live event asks for, and each of it comes over the network once', async () => {
    const show = await createShow(system, { slug: 'ahead-live' });
    await system.ivs.goLive(show.arn);
    await untilStatus(system, show, 'live');
    await system.ivs.playable(show.arn);
    const { page, problems, violations, close } = await open('ahead-live', '--ahead=live');
    await until('the live event plays', async () => (await engineOf(page)) === 'ivs' && plays(page));
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel$=preload]')].map(({ href }) => {
        const timings = performance.getEntriesByName(href, 'resource') as PerformanceResourceTiming[];
        return { href, came: timings.filter(({ transferSize }) => transferSize > 0).length };
      }),
    );
    // All that is there before the engine is made, so that nothing of it waits for a trip.
    const chunks = await page.evaluate(() => {
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const worker = entries.findLast(({ name }) => name.endsWith('wasmworker.min.js'))?.startTime ?? 0;
      return entries
        .filter(({ name, startTime }) => startTime <= worker && name.includes('/chunks/'))
        .map(({ name }) => name);
    });
    await close();
    // The service does not let its sizes be measured.
    const event = `${system.service.url}/v1/events/ahead-live`;
    assert.deepEqual(
      links.map(({ href, came }) => [href, came]),
      links.map(({ href }) => [href, href === event ? 0 : 1]),
    );
    assert.equal(links.filter(({ href }) => href.startsWith(files.url) || href === event).length, 10);
    assert.deepEqual(
      chunks.filter((url) => !links.some(({ href }) => href === url)),
      [],
    );
    assert.deepEqual([violations, problems], [[], []]);
  });

  it('names in advance what the element’s attributes say, and nothing that the release does not hold', async () => {
    const base = 'https://cdn.example/';
    const { name } = await newest();
    const linksOf = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await run(process.execPath, [
        join(BIN, 'vitrine-snippet.js'),
        release,
        base,
        '--json',
        ...args,
      ]);
      return (JSON.parse(stdout) as { links: { href: string }[] }).links.map(({ href }) => href);
    };
    const event = `${base}${name}/chunks/event.js`;
    assert.deepEqual(await linksOf('--ahead=archive', 'service=/api', 'event-id=a/b'), [
      event,
      '/api/v1/events/a%2Fb',
    ]);
    assert.deepEqual(await linksOf('--ahead=archive', 'src=https://x.example/a.m3u8', 'service=/api'), [
      event,
    ]);
    const own = await linksOf('--ahead=live', 'ivs-assets=/ivs');
    assert.deepEqual(
      own.filter((href) => href.includes('amazon')),
      ['amazon-ivs-player.js', 'amazon-ivs-wasmworker.min.js', 'amazon-ivs-wasmworker.min.wasm'].map(
        (file) => `/ivs/${file}`,
      ),
    );
    const path = join(release, name, 'release.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll('"ivs/', '"elsewhere/'));
    await assert.rejects(linksOf('--ahead=live'), /holds no ivs\/amazon-ivs-player\.js/);
    await writeFile(path, text);
  });

  it('refuses an option that it does not know, and says which there are', async () => {
    const command = [join(BIN, 'vitrine-snippet.js'), release, 'https://cdn.example/', '--ahead=replay'];
    await assert.rejects(run(process.execPath, command), /--ahead=replay should be .*--ahead=live/);
    await assert.rejects(run(process.execPath, [...command.slice(0, -1), '--jsn']), /'--jsn'[^]*Usage/);
  });

  for (const [what, file] of [
    ['the entry', 'vitrine.js'],
    ['a chunk', 'chunks/hls-engine.js'],
    ['a chunk that another one imports', 'chunks/video-engine.js'],
  ] as const) {
    it(`lets no page run ${what} that somebody has changed`, async () => {
      const { name } = await newest();
      const path = join(release, name, file);
      const spare = join(folder, 'spare');
      await cp(path, spare);
      await appendFile(path, ';globalThis.tampered=true;');
      const { page, close } = await open('vouched');
      if (file === 'vitrine.js') {
        await page.waitForLoadState('load');
        assert.equal(await page.evaluate(() => customElements.get('vitrine-player')), undefined);
      } else {
        const code = await page.evaluate(
          () =>
            new Promise((resolve) => {
              document.addEventListener('vitrine-error', (event) => {
                const { detail } = event as CustomEvent<{ code: string; fatal: boolean }>;
                if (detail.fatal) resolve(detail.code);
              });
              void document.querySelector('vitrine-player')?.play();
            }),
        );
        assert.equal(code, 'ENGINE_NOT_LOADED');
      }
      assert.equal(await page.evaluate(() => 'tampered' in globalThis), false);
      await close();
      await cp(spare, path);
    });
  }

  it('also follows the newest release, by the rolling channel, and leaves older ones where they were', async () => {
    const before = await newest();
    const { files: served } = JSON.parse(
      await readFile(join(release, before.name, 'release.json'), 'utf8'),
    ) as { files: Record<string, string> };
    assert.ok(Object.hasOwn(served, 'hls/hls.worker.js'));
    // Another content, as the next build would have it.
    const copy = join(folder, 'package');
    await cp(join(BIN, '..'), copy, {
      recursive: true,
      filter: (path) => !/node_modules|\/(src|release\/\d|types|npm)(\/|$)|dist\/release/.test(path),
    });
    await appendFile(join(copy, 'dist/vitrine.js'), '\n/* a later build */');
    await run(process.execPath, [join(copy, 'bin/vitrine-release.js'), release]);
    const now = await newest();
    assert.notEqual(now.name, before.name);
    const shop = await servePage({
      head: `<script type="module" src="${files.url}/vitrine/vitrine.js"></script>`,
      body: markup('vouched'),
    });
    const context = await browser.newContext({ viewport: VIEWPORT });
    const { page } = await openPage(context, shop.url);
    await until('it plays', () => plays(page));
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    assert.ok(loaded.includes(`${files.url}/vitrine/${now.name}/vitrine.js`));
    assert.ok(!loaded.some((url) => url.includes(before.name)));
    await context.close();
    await shop.close();
    for (const [path, cache] of [
      [`${before.name}/vitrine.js`, 'public, max-age=31536000, immutable'],
      [`${now.name}/chunks/event.js`, 'public, max-age=31536000, immutable'],
      ['vitrine.js', 'no-cache'],
    ] as const) {
      const answer = await fetch(`${files.url}/vitrine/${path}`);
      assert.deepEqual([answer.status, answer.headers.get('cache-control')], [200, cache], path);
    }
    assert.deepEqual(
      (await readdir(release)).filter((name) => name.startsWith('.')),
      [],
    );
  });

  const markup = (eventId: string): string =>
    `<vitrine-player service="${system.service.url}" event-id="${eventId}" cdn="${system.cdn.url}" autoplay muted></vitrine-player>`;

  async function newest(): Promise<{ name: string }> {
    const rolling = await readFile(join(release, 'vitrine.js'), 'utf8');
    return { name: /'\.\/([^/]+)\/vitrine\.js'/.exec(rolling)?.[1] ?? '' };
  }

  /** A page that was made from what the commands print, and from nothing else. */
  async function open(eventId: string, ...options: readonly string[]) {
    const base = `${files.url}/vitrine/`;
    const attributes = ['service', 'event-id', 'cdn'].map((name, index) => {
      return `${name}=${[system.service.url, eventId, system.cdn.url][index] ?? ''}`;
    });
    const command = [join(BIN, 'vitrine-snippet.js'), release, base, ...attributes];
    const [{ stdout: html }, { stdout: json }] = await Promise.all([
      run(process.execPath, [...command, ...options, 'autoplay=', 'muted=']),
      run(process.execPath, [...command, '--json']),
    ]);
    const { contentSecurityPolicy } = JSON.parse(json) as Snippet;
    const [head = '', body = ''] = html.split('<!-- Where the player goes. -->');
    const shop = await servePage({
      head,
      body,
      csp: [
        "default-src 'none'",
        `script-src ${contentSecurityPolicy['script-src'].join(' ')} 'wasm-unsafe-eval'`,
        'worker-src blob:',
        'media-src blob:',
        `connect-src ${files.url} ${system.cdn.url} ${system.service.url} ${system.ivs.url} https://*.live-video.net`,
        `img-src ${system.cdn.url} data:`,
      ].join('; '),
    });
    const context = await browser.newContext({ viewport: VIEWPORT });
    const { page, problems } = await openPage(context, shop.url);
    const close = async (): Promise<void> => {
      await context.close();
      await shop.close();
    };
    return { page, problems, violations: shop.violations, close };
  }
});

type Opened = Awaited<ReturnType<typeof openPage>>['page'];

function plays(page: Opened): Promise<boolean> {
  return page.evaluate(() => {
    const player = document.querySelector('vitrine-player');
    return !!player && !player.paused && player.currentTime > 0.3;
  });
}

function engineOf(page: Opened): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('vitrine-player')?.diagnostics.engine);
}
