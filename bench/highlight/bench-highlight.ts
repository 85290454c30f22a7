import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { agrees, firstShown, offBy, percentile } from '../../test/support/agreement.ts';
import { launchBrowser, openPage, VIEWPORT } from '../../test/support/browser.ts';
import type { Sample } from '../../test/support/page/sampler.ts';
import { servePage } from '../../test/support/page-server.ts';
import { playerMarkup, readSamples, startSampling, untilPictures } from '../../test/support/player-page.ts';
import { publishFinished } from '../../test/support/publish-finished.ts';
import { expectedAt, variedStates, type Highlight } from '../../test/support/script.ts';
import { sendShow } from '../../test/support/send-show.ts';
import { createShow, untilStatus } from '../../test/support/show.ts';
import { startSystem, type System } from '../../test/support/system.ts';
import { until } from '../../test/support/until.ts';
import { table } from '../publish/tables.ts';
import { measureBlocking } from './measure-blocking.ts';
import { readApart } from './read-apart.ts';
import { seekAndWatch } from './seek-and-watch.ts';

const USAGE = `npm run bench -- highlight [--seconds 60] [--seeks 24] [--slowdown 4]`;
/** Pictures a second. */
const RATE = 30;
/** Pictures within which an overlay belongs to one that is near. */
const REACH = 15;

type Line = readonly [what: string, measured: string, most: string, reached: boolean];

/** How exactly products come with their pictures on a slow processor, read from the pixels of the page. Prints Markdown. */
export async function benchHighlight(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      seeks: { type: 'string', default: '24' },
      slowdown: { type: 'string', default: '4' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const [seconds, seeks, slowdown] = [values.seconds, values.seeks, values.slowdown].map(Number) as [
    number,
    number,
    number,
  ];
  process.stderr.write('starting the system …\n');
  const system = await startSystem();
  const browser = await launchBrowser();
  try {
    const { script } = await publishFinished(system, { slug: 'past', seconds });
    const watched = await watch(system, browser, 'past', slowdown);
    process.stderr.write(`archive: ${String(seconds)} s …\n`);
    const archive = await playThrough(watched.page, script);
    process.stderr.write(`archive: ${String(seeks)} seeks …\n`);
    const sought = await seekAround(watched.page, script, seeks);
    await watched.close();
    process.stderr.write('live …\n');
    const live = await watchLive(system, browser, Math.floor(seconds / 2.5), slowdown);
    process.stderr.write('blocking …\n');
    const blocking = await measureBlocking(system, browser, { seconds: seconds / 2, slowdown });
    print([...archive, ...sought, ...live, ...blocking]);
  } finally {
    await browser.close();
    await system.close();
  }
}

function print(lines: readonly Line[]): void {
  console.log(
    table(
      ['line', 'measured', 'at most', ''],
      lines.map(([what, measured, most, reached]) => [
        what,
        measured,
        most,
        reached ? 'reached' : '**not reached**',
      ]),
    ),
  );
}

interface Watched {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens an event on a slow processor, every painted picture of it read. */
async function watch(system: System, browser: Browser, eventId: string, slowdown: number): Promise<Watched> {
  const shop = await servePage(playerMarkup(system, { eventId, attributes: 'autoplay muted' }));
  const context = await browser.newContext({ viewport: VIEWPORT });
  const { page } = await openPage(context, shop.url);
  await readApart(page);
  await startSampling(page);
  await untilPictures(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return {
    page,
    async close() {
      await context.close();
      await shop.close();
    },
  };
}

interface Late {
  /** By so many pictures that were on screen without it, at most: those that nobody read count as wrong. */
  readonly by: number;
  /** By so many of the footage, also of those that were never on screen. */
  readonly ofFootage: number;
  /** So many that were read in this time. */
  readonly read: number;
}

/** How late each highlight was, of those whose own picture was painted near by; negative: how early. */
function lateness(samples: readonly Sample[], script: readonly Highlight[]): Late[] {
  return script
    .filter(({ picture }) => samples.some(({ frame }) => frame < picture))
    .map((highlight) => {
      const shown = firstShown(samples, highlight);
      const ofFootage = shown - highlight.picture;
      const read = samples.filter(({ frame }) => frame >= highlight.picture && frame < shown).length;
      const by =
        ofFootage > 0 ? Math.min(ofFootage, onScreenBetween(samples, highlight.picture, shown)) : ofFootage;
      return { by, ofFootage, read };
    })
    .filter(({ by }) => Number.isFinite(by));
}

/** Pictures that the browser has put on screen after the last one that was read before `from`, and before `to`. */
function onScreenBetween(samples: readonly Sample[], from: number, to: number): number {
  const before = samples.findLast(({ frame }) => frame < from)?.presented ?? -Infinity;
  const at = samples.find(({ frame }) => frame === to)?.presented ?? Infinity;
  return at - before - 1;
}

async function playThrough(page: Page, script: readonly Highlight[]): Promise<Line[]> {
  const last = script.at(-1)?.picture ?? 0;
  const samples = await until(
    'the last highlight was on screen',
    async () => {
      const read = await readSamples(page);
      return (read.at(-1)?.frame ?? 0) > last + 20 && read;
    },
    (last / RATE) * 1000 + 60_000,
  );
  return accuracy('archive', samples, lateness(samples, script), 1);
}

/** @param most - pictures that 95 of 100 highlights may be late */
function accuracy(where: string, samples: readonly Sample[], late: readonly Late[], most: number): Line[] {
  const by = late.map((one) => one.by);
  const [p95, first] = [percentile(by, 0.95), Math.min(...by)];
  const steps = samples.slice(1).map(({ frame }, index) => frame - (samples[index]?.frame ?? frame));
  const footage = percentile(
    late.map(({ ofFootage }) => ofFootage),
    0.95,
  );
  const note = [
    `${String(late.length)} highlights`,
    `${String(footage)} pictures of the footage`,
    `late on ${String(
      percentile(
        late.map(({ read }) => read),
        0.95,
      ),
    )} of the pictures read, p95`,
    `${String(samples.length)} read, ${String(percentile(steps, 0.95))} apart, p95`,
  ].join('; ');
  return [
    [`${where}: pictures late, p95`, `${String(p95)} (${note})`, String(most), p95 <= most],
    [`${where}: pictures early`, String(Math.max(0, -first)), '1', first >= -1],
  ];
}

async function watchLive(
  system: System,
  browser: Browser,
  highlights: number,
  slowdown: number,
): Promise<Line[]> {
  const show = await createShow(system, { slug: 'now' });
  await system.ivs.goLive(show.arn, { prerollSeconds: 10 });
  await untilStatus(system, show, 'live');
  await system.ivs.playable(show.arn);
  const { page, close } = await watch(system, browser, 'now', slowdown);
  const script = await sendShow(system, show, variedStates(highlights));
  const last = script.at(-1)?.picture ?? 0;
  await until('the last highlight was on screen', async () => {
    return ((await readSamples(page)).at(-1)?.frame ?? 0) > last + 20;
  });
  const samples = await readSamples(page);
  await close();
  // 100 ms.
  return accuracy('live', samples, lateness(samples, script), (RATE * 100) / 1000);
}

/** Seeks here and there, paused: how soon the overlay is right, and whether anything wrong was painted on the way. */
async function seekAround(page: Page, script: readonly Highlight[], count: number): Promise<Line[]> {
  await page.evaluate(() => document.querySelector('vitrine-player')?.pause());
  const last = script.at(-1)?.picture ?? 0;
  const within: number[] = [];
  let wrong = 0;
  let from = (await page.evaluate(() => window.vitrineSampler?.now()?.frame)) ?? 0;
  for (let index = 0; index < count; index += 1) {
    // Far and near, forwards and backwards, never to where it is.
    const target = Math.round(last * ((index * 0.618 + 0.3) % 1));
    if (Math.abs(target - from) < 10) continue;
    const read = await seekAndWatch(page, (target - from) / RATE);
    const there = read.filter(({ frame }) => Math.abs(frame - from) > 5);
    const right = there.find((sample) => agrees(sample, expectedAt(script, sample.frame)));
    within.push((right?.at ?? Infinity) - (there[0]?.at ?? 0));
    wrong += read.filter((sample) => offBy(sample, script, REACH) === undefined).length;
    from = read.at(-1)?.frame ?? from;
  }
  const p95 = percentile(within, 0.95);
  return [
    [
      'after a seek: ms until right, p95',
      `${p95.toFixed(0)} (${String(within.length)} seeks)`,
      '100',
      p95 <= 100,
    ],
    ['during seeks: frames with a wrong product', String(wrong), '0', wrong === 0],
  ];
}
