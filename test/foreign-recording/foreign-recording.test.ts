import {
  createStores,
  describeKey,
  NO_EDITS,
  publishArchive,
} from '@vitrine/archive-service/publishing-alone';
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startCdnOrigin, type CdnOrigin } from '../../demo/cdn-origin.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { bundleForPage } from '../support/bundle.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { CUE_KEY, CUES, PICTURES_PER_SECOND, PREFIX, TAKES } from './show.ts';

type Published = Awaited<ReturnType<typeof publishArchive>>;

interface Timeline {
  readonly duration: number;
  readonly clock: readonly { readonly time: number; readonly programTime: number }[];
  readonly cues: readonly { readonly time: number; readonly n: number; readonly show: readonly string[] }[];
}

/** Half a picture: beyond it a time means another one. */
const HALF = 0.5 / PICTURES_PER_SECOND;

describe('a recording that our own tools did not make', () => {
  let folder: string;
  let published: Published;
  let timeline: Timeline;
  let cdn: CdnOrigin;
  let browser: Browser;
  let shop: TestPage;
  let page: Page;

  const file = (name: string): Promise<string> => readFile(join(folder, 'archive/foreign/1', name), 'utf8');

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitrine-foreign-'));
    published = await publish(folder);
    timeline = JSON.parse(await file('timeline.json')) as Timeline;
    cdn = await startCdnOrigin({ port: 0, widgetDir: join(folder, 'widget'), storeDir: folder });
    browser = await launchBrowser();
    shop = await servePage({ body: '' });
    ({ page } = await openPage(await browser.newContext(), shop.url));
    await page.evaluate(await bundleForPage(new URL('page.ts', import.meta.url)));
  });

  after(async () => {
    await browser?.close();
    await shop?.close();
    await cdn?.close();
    await rm(folder, { recursive: true });
  });

  it('is published with the cues of its event alone, each once', () => {
    assert.deepEqual(
      timeline.cues.map(({ n, show }) => ({ n, show })),
      CUES.map(({ n, show }) => ({ n, show })),
    );
  });

  const enter = (time: number) =>
    page.evaluate(([url, at]) => window.foreignPlayer.enter(url, at), [
      `${cdn.url}/archive/foreign/1/multivariant.m3u8`,
      time,
    ] as const);
  const pictureAt = (time: number) => page.evaluate((at) => window.foreignPlayer.pictureAt(at), time);
  const timeOf = (n: number) =>
    timeline.cues.find((cue) => cue.n === n)?.time ?? assert.fail(`no cue ${String(n)}`);

  it('has each cue at the picture where it stands, seen in a browser that enters before it', async () => {
    for (const { firstPicture, pictures } of TAKES) {
      const cues = CUES.filter(({ picture }) => picture >= firstPicture && picture < firstPicture + pictures);
      await enter(timeOf(cues[0]?.n ?? 0) - HALF);
      for (const { n, picture } of cues) {
        const time = timeOf(n);
        const seen = await pictureAt(time + HALF);
        assert.equal(seen.number, picture, `cue ${String(n)}`);
        assert.ok(
          Math.abs(seen.time - time) < 0.001,
          `picture ${String(picture)}: ${String(seen.time)}, not ${String(time)}`,
        );
        assert.equal((await pictureAt(time - HALF)).number, picture - 1, `before cue ${String(n)}`);
      }
    }
  });

  it('has a clock that tells each cue the time of its picture, across the restart', () => {
    assert.equal(timeline.clock.length, TAKES.length);
    for (const { n, picture } of CUES) {
      const take = TAKES.findLast(({ firstPicture }) => firstPicture <= picture) ?? TAKES[0];
      const expected = take.startedAt + ((picture - take.firstPicture) * 1000) / PICTURES_PER_SECOND;
      const time = timeOf(n);
      const entry = timeline.clock.findLast((known) => known.time <= time);
      const told = entry && entry.programTime + (time - entry.time) * 1000;
      assert.ok(Math.abs((told ?? Number.NaN) - expected) <= 1, `cue ${String(n)}: ${String(told)}`);
    }
  });

  it('plays on over the restart, each picture in its order', async () => {
    const [first, second] = TAKES;
    const join = timeline.clock[1]?.time ?? assert.fail('no second stretch');
    const pictures = await page.evaluate(([from, until]) => window.foreignPlayer.play(from, until), [
      join - 1.5,
      join + 1.5,
    ] as const);
    const numbers = pictures.map(({ number }) => number ?? assert.fail('a picture could not be read'));
    const end = first.firstPicture + first.pictures;
    const seenBefore = numbers.filter((number) => number < end);
    const seenAfter = numbers.filter((number) => number >= second.firstPicture);
    assert.ok(seenBefore.length > 10 && seenAfter.length > 10, numbers.join());
    assert.deepEqual([...seenBefore, ...seenAfter], numbers, 'one stretch after the other');
    for (const seen of [seenBefore, seenAfter])
      assert.deepEqual(
        seen,
        seen.toSorted((a, b) => a - b),
      );
    // The machine may drop pictures; it must not leave the join out.
    assert.ok((seenBefore.at(-1) ?? 0) >= end - 5, `the last before it: ${String(seenBefore.at(-1))}`);
    assert.ok((seenAfter[0] ?? 0) <= second.firstPicture + 5, `the first behind it: ${String(seenAfter[0])}`);
    // hls.js lets a run that it loads right behind another begin with its first picture or sound, and one that it enters with the first that is
    // decoded, so that reordered pictures come earlier by their delay to those who have played through.
    const behind = pictures.find(({ number }) => number !== undefined && number >= second.firstPicture + 10);
    const { time = 0, number = 0 } = behind ?? {};
    const entered = timeOf(6) - (560 - number) / PICTURES_PER_SECOND;
    const early = (entered - time) * PICTURES_PER_SECOND;
    assert.ok(early > -0.1 && early <= 2.1, `${String(early)} pictures early`);
    assert.deepEqual(await page.evaluate(() => window.foreignPlayer.errors), []);
  });

  it('keeps the files of renditions with a picture, the best first, and knows of no thumbnails', async () => {
    const media = await readdir(join(folder, 'archive/foreign/1/media'));
    assert.deepEqual(media.sort(), ['180p25', '360p25']);
    const heights = [...(await file('multivariant.m3u8')).matchAll(/RESOLUTION=\d+x(\d+)/g)].map(
      ([, height]) => height,
    );
    assert.deepEqual(heights, ['360', '180']);
    const { playback } = published.links;
    assert.equal(playback.thumbnailsUrl, undefined);
    assert.ok(Math.abs(playback.duration - 24) < 0.25, String(playback.duration));
    const playlist = await file('media/360p25/playlist.m3u8');
    assert.equal(playlist.split('#EXT-X-DISCONTINUITY').length - 1, 1);
  });
});

async function publish(folder: string): Promise<Published> {
  const stores = createStores(describeKey);
  const recordings = new URL('recording', import.meta.url).href;
  const updatedAt = '2026-03-05T09:00:00.000Z';
  const event = {
    ...{ id: 'foreign', slug: 'foreign', shop: 'default', title: 'Foreign', currency: 'EUR' },
    ...{ status: 'ended' as const, cueKey: CUE_KEY, playback: null, products: [], updatedAt },
  };
  try {
    return await publishArchive(
      {
        event,
        recordings: [{ id: 1, bucket: 'shows', prefix: PREFIX }],
        edits: NO_EDITS,
        highlights: [],
        replayOffers: false,
        version: 1,
        updatedAt,
      },
      {
        openRecordings: (bucket) => stores.open(`${recordings}/${bucket}`),
        store: stores.open(pathToFileURL(folder).href),
        fence: () => Promise.resolve(),
        progress: () => undefined,
        signal: new AbortController().signal,
        log: { info: () => undefined, warn: () => undefined },
      },
    );
  } finally {
    stores.close();
  }
}
