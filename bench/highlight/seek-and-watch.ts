import type { Page } from 'playwright-core';
import type { Sample } from '../../test/support/page/sampler.ts';

/** Milliseconds of watching after the picture of the new position. */
const AFTERWARDS_MS = 300;

/** Seeks by so many seconds, and reads picture and overlay at every frame that the page paints, until a while after the new picture. */
export function seekAndWatch(page: Page, seconds: number): Promise<readonly Sample[]> {
  return page.evaluate(
    async ([distance, afterwards]) => {
      const player = document.querySelector('vitrine-player');
      const sampler = window.vitrineSampler;
      if (!player || !sampler) throw new Error('there is no player that is watched');
      const read: Sample[] = [];
      const before = sampler.now()?.frame;
      player.currentTime += distance;
      for (let until = Infinity; performance.now() < until;) {
        await new Promise(requestAnimationFrame);
        const sample = sampler.now();
        if (!sample) continue;
        read.push(sample);
        const isThere = before === undefined || Math.abs(sample.frame - before) > 5;
        if (isThere && until === Infinity) until = performance.now() + afterwards;
      }
      return read;
    },
    [seconds, AFTERWARDS_MS] as const,
  );
}
