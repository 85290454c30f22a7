import type { Browser } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import type { TrafficUntil } from './world/world-process.ts';

/** What one load of a page came to; times in ms from the navigation's start. */
export interface Load {
  readonly firstFrame: number;
  /** Width of the picture in pixels: which rendition was seen first. */
  readonly width: number;
  readonly bytes: number;
  readonly requests: TrafficUntil['requests'];
  /** By which tasks were longer than 50 ms, before the first picture and until the end. */
  readonly blockedBefore: number;
  readonly blocked: number;
  readonly layoutShift: number;
}

interface Seen {
  readonly first?: { readonly at: number; readonly epoch: number; readonly width: number };
  readonly tasks: readonly { readonly at: number; readonly ms: number }[];
  readonly shifts: readonly { readonly at: number; readonly value: number }[];
}

export interface Conditions {
  readonly cpuSlowdown: number;
  forget(): Promise<void>;
  trafficUntil(epoch: number): Promise<TrafficUntil>;
}

const PATIENCE_MS = 40_000;
/** What comes right after the picture (controls, products) may shift the page, too. */
const AFTERWARDS_MS = 1500;
const LONG_TASK_MS = 50;
const WATCH = await readFile(new URL('watch-page.js', import.meta.url), 'utf8');

/** Loads a page with nothing cached, until a while after its first picture. */
export async function measureLoad(browser: Browser, url: string, conditions: Conditions): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpuSlowdown });
    await page.addInitScript(WATCH);
    await conditions.forget();
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => !!(Reflect.get(globalThis, 'seenByBench') as Seen).first, undefined, {
      polling: 100,
      timeout: PATIENCE_MS,
    });
    await page.waitForTimeout(AFTERWARDS_MS);
    const { first, tasks, shifts } = (await page.evaluate(
      () => Reflect.get(globalThis, 'seenByBench') as unknown,
    )) as Seen;
    if (!first) throw new Error(`${url} showed no picture`);
    const { bytes, requests } = await conditions.trafficUntil(first.epoch);
    const blockedIn = (list: Seen['tasks']): number =>
      list.reduce((sum, { ms }) => sum + Math.max(0, ms - LONG_TASK_MS), 0);
    return {
      firstFrame: first.at,
      width: first.width,
      bytes,
      requests,
      blockedBefore: blockedIn(tasks.filter(({ at }) => at < first.at)),
      blocked: blockedIn(tasks),
      layoutShift: shifts.reduce((sum, { value }) => sum + value, 0),
    };
  } finally {
    await context.close();
  }
}
