import type { Browser } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { TrafficUntil } from './world/network-process.ts';

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
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: 'tellBench' });
    await conditions.forget();
    // Told rather than asked for: what Playwright puts into a page to ask with takes it 60 ms, just when its scripts arrive.
    const pictured = new Promise((resolve) => cdp.once('Runtime.bindingCalled', resolve));
    await page.goto(url, { waitUntil: 'commit' });
    await Promise.race([pictured, setTimeout(PATIENCE_MS, undefined, { ref: false })]);
    await setTimeout(AFTERWARDS_MS);
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: 'seenByBench',
      returnByValue: true,
    });
    const { first, tasks, shifts } = result.value as Seen;
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
