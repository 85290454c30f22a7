import type { CDPSession, Page } from 'playwright-core';
import { offBy } from '../support/agreement.ts';
import { launchBrowser, openPage, VIEWPORT } from '../support/browser.ts';
import type { Sample } from '../support/page/sampler.ts';
import { servePage } from '../support/page-server.ts';
import { playerMarkup, startSampling, untilPictures } from '../support/player-page.ts';
import { createRandom } from '../support/random.ts';
import { FRAMES_IN_CLIP, variedStates, type Highlight } from '../support/script.ts';
import { sendHighlight, whereSent } from '../support/send-show.ts';
import { createShow, untilStatus } from '../support/show.ts';
import { startSystem } from '../support/system.ts';
import { until } from '../support/until.ts';
import { createPlan } from './mishap-plan.ts';

export interface Soak {
  readonly seconds: number;
  readonly seed: number;
  readonly onProgress: (progress: string) => void;
}

export interface SoakResult {
  readonly pictures: number;
  /** Of them, those at which the overlay was one to eight pictures late or early. */
  readonly off: number;
  /** Pictures that a screen hid: not counted above. */
  readonly hidden: number;
  /** The most of those in a row, without one that could be seen. */
  readonly hiddenInARow: number;
  readonly highlights: number;
  /** Pictures at which the overlay showed what belongs to no picture within eight (250 ms). */
  readonly wrong: readonly Sample[];
  readonly mishaps: readonly string[];
  /** Seconds from the studio to the screen, at each look while it played; by the clock that both of them read. */
  readonly latencies: readonly Latency[];
  /** Bytes of heap after a forced collection, after the first third and at the end. */
  readonly heap: readonly [number, number];
}

export interface Latency {
  readonly seconds: number;
  /** Seconds since the last mishap began; since the beginning where there was none. */
  readonly calmFor: number;
}

/** Milliseconds between two mishaps, and between two highlights. */
const MISHAP_EVERY = 11_000;
const HIGHLIGHT_EVERY = 1_900;
const REACH = 8;

/** A live event whose stream misbehaves, watched for so long; ends with the player playing, or throws. */
export async function runLiveSoak({ seconds, seed, onProgress }: Soak): Promise<SoakResult> {
  const system = await startSystem();
  const browser = await launchBrowser();
  const show = await createShow(system, { slug: 'soak' });
  const shop = await servePage(playerMarkup(system, { eventId: show.eventId, attributes: 'autoplay muted' }));
  try {
    await system.ivs.goLive(show.arn, { prerollSeconds: 12 });
    await untilStatus(system, show, 'live');
    const context = await browser.newContext({ viewport: VIEWPORT });
    const { page } = await openPage(context, shop.url);
    const devtools = await context.newCDPSession(page);
    await startSampling(page);
    await untilPictures(page);

    const next = createPlan(createRandom(seed));
    const states = variedStates(Math.ceil((seconds * 1000) / HIGHLIGHT_EVERY) + 1);
    const sent: { n: number; state: (typeof states)[number] }[] = [];
    const samples: Sample[] = [];
    const mishaps: string[] = [];
    const latencies: Latency[] = [];
    let calmSince = performance.now();
    const lookAtLatency = async (): Promise<void> => {
      const late = await latencyOf(page);
      const calmFor = (performance.now() - calmSince) / 1000;
      if (late !== undefined) latencies.push({ seconds: late, calmFor });
    };
    const count = counter();
    const begun = performance.now();
    const past = (): number => performance.now() - begun;
    let early = 0;
    while (past() < seconds * 1000) {
      const state = states[sent.length];
      if (state && past() >= sent.length * HIGHLIGHT_EVERY)
        sent.push({ n: await sendHighlight(system, show, state), state });
      if (past() >= (mishaps.length + 1) * MISHAP_EVERY) {
        const [name, happen] = next();
        mishaps.push(name);
        const [late] = latencies.slice(-1);
        onProgress(
          `${String(Math.round(past() / 1000))} s, ${late?.seconds.toFixed(1) ?? '?'} s late: ${name}`,
        );
        calmSince = performance.now();
        await happen(system.ivs.mishaps(show.arn));
        // An encoder that comes back starts the show again.
        await untilStatus(system, show, 'live');
      }
      if (early === 0 && past() > (seconds * 1000) / 3) early = await heapOf(devtools);
      samples.push(...(await drain(page)).map(count));
      await lookAtLatency();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    system.ivs.mishaps(show.arn).clear();
    const last = sent.at(-1);
    const script = await until('every highlight has its picture', () => {
      const places = sent.map(({ n, state }): Highlight | undefined => {
        const picture = whereSent(system, show, n);
        return picture === undefined ? undefined : { ...state, picture };
      });
      return places.every((place) => place !== undefined) && places;
    });
    const end = (last && whereSent(system, show, last.n)) ?? 0;
    await until(
      `the player plays picture ${String(end)}`,
      async () => {
        samples.push(...(await drain(page)).map(count));
        await lookAtLatency();
        return (samples.at(-1)?.frame ?? 0) > end;
      },
      60_000,
    );
    const heap = [early, await heapOf(devtools)] as const;
    const first = (script[0]?.picture ?? 0) + REACH;
    const seen = samples.filter(({ frame, covered }) => frame >= first && !covered);
    const byHow = seen.map((sample) => offBy(sample, script, REACH));
    return {
      pictures: seen.length,
      off: byHow.filter(Boolean).length,
      hidden: samples.filter(({ covered }) => covered).length,
      hiddenInARow: mostInARow(samples),
      highlights: script.length,
      wrong: seen.filter((_, index) => byHow[index] === undefined),
      mishaps,
      latencies,
      heap,
    };
  } finally {
    await browser.close();
    await shop.close();
    await system.close();
  }
}

function drain(page: Page): Promise<Sample[]> {
  return page.evaluate(() => window.vitrineSampler?.samples.splice(0) ?? []);
}

/** How long ago the picture on screen was broadcast; nothing while there is none, or none that moves. */
function latencyOf(page: Page): Promise<number | undefined> {
  return page.evaluate(() => {
    const player = document.querySelector('vitrine-player');
    if (!player || player.paused || player.programTime === undefined) return undefined;
    return (Date.now() - player.programTime) / 1000;
  });
}

/** Counts pictures on through the clip's loops, also where the player goes back a little. */
function counter(): (sample: Sample) => Sample {
  let loops = 0;
  let previous = 0;
  return (sample) => {
    if (sample.frame < previous - FRAMES_IN_CLIP / 2) loops += 1;
    else if (sample.frame > previous + FRAMES_IN_CLIP / 2) loops -= 1;
    previous = sample.frame;
    return { ...sample, frame: sample.frame + loops * FRAMES_IN_CLIP };
  };
}

function mostInARow(samples: readonly Sample[]): number {
  let most = 0;
  let row = 0;
  for (const { covered } of samples) {
    row = covered ? row + 1 : 0;
    most = Math.max(most, row);
  }
  return most;
}

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize;
}
