import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { agrees, offBy } from '../support/agreement.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import { servePage, type TestPage } from '../support/page-server.ts';
import { readSamples, startSampling, untilPictures } from '../support/player-page.ts';
import { expectedAt, variedStates } from '../support/script.ts';
import { seekAndSample } from '../support/seek.ts';
import { until } from '../support/until.ts';
import { EVENT_ID, publishEdited, type EditedArchive } from './publish-edited.ts';

/** Two recordings, and four seconds that are cut out of the first one; products change around each join, and within what is cut out. */
const RECORDINGS = [
  { from: 0, to: 420 },
  { from: 420, to: 660 },
];
const CUT = { from: 120, to: 240 };
const CHANGES = [37, 118, 150, 200, 247, 300, 418, 425, 480, 560];
const SCRIPT = variedStates(CHANGES.length).map((state, index) => ({
  ...state,
  picture: CHANGES[index] ?? 0,
}));

describe('a replay of two recordings with a part cut out', () => {
  let archive: EditedArchive;
  let browser: Browser;
  let shop: TestPage;
  before(async () => {
    archive = await publishEdited({ recordings: RECORDINGS, cut: CUT, script: SCRIPT });
    browser = await launchBrowser();
    const { url } = archive.cdn;
    shop = await servePage({
      head: `<script type="module" src="${url}/vitrine/vitrine.js"></script>`,
      body: `<vitrine-player service="${url}" event-id="${EVENT_ID}" autoplay muted></vitrine-player>`,
    });
  });
  after(async () => {
    await browser?.close();
    await shop?.close();
    await archive?.close();
  });

  async function open(): Promise<Page> {
    const { page } = await openPage(await browser.newContext({ viewport: VIEWPORT }), shop.url);
    await startSampling(page);
    await untilPictures(page);
    return page;
  }

  it('shows each picture’s own products when it is played through', async () => {
    const page = await open();
    const samples = await until(
      'the last pictures were played',
      async () => {
        const seen = await readSamples(page);
        return (seen.at(-1)?.frame ?? 0) >= 640 && seen;
      },
      60_000,
    );
    await page.context().close();
    const frames = samples.map(({ frame }) => frame);
    assert.deepEqual(
      frames.filter((frame) => frame >= CUT.from && frame < CUT.to),
      [],
      'nothing of what was cut out is shown',
    );
    for (const [from, to] of [
      [0, 120],
      [240, 420],
      [420, 660],
    ] as const)
      assert.ok(
        frames.some((frame) => frame >= from && frame < to),
        `something from ${String(from)} on is shown`,
      );
    assert.deepEqual(
      frames,
      [...frames].sort((a, b) => a - b),
    );
    const wrong = samples.filter((sample) => {
      const off = offBy(sample, SCRIPT, 15);
      return off === undefined || off < -1 || off > 1;
    });
    assert.ok(
      wrong.length <= samples.length * 0.05,
      `${String(wrong.length)} of ${String(samples.length)}: ${JSON.stringify(wrong.slice(0, 3))}`,
    );
  });

  it('shows the same products at the same pictures when it is entered there, on either side of each join', async () => {
    // A first seek may miss by what is cut out, and must not reach the end.
    for (const picture of [421, 417, 242, 110]) {
      const page = await open();
      await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
      const sample = await seekAndSample(page, picture);
      assert.equal(sample.frame, picture);
      assert.ok(agrees(sample, expectedAt(SCRIPT, picture)), JSON.stringify(sample));
      await page.context().close();
    }
  });
});
