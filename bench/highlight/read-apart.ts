import type { Page } from 'playwright-core';
import { bundleForPage } from '../../test/support/bundle.ts';
import type {} from '../../test/support/page/sampler.ts';
import type { Read, ToRead } from './page/number-worker.ts';

/** Has pictures read by a worker: on a slowed main thread each would take as long as a picture lasts, and the page be late for that. */
export async function readApart(page: Page): Promise<void> {
  const code = await bundleForPage(new URL('page/number-worker.ts', import.meta.url));
  await page.evaluate((source) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    const waiting = new Map<number, (number: number | undefined) => void>();
    worker.onmessage = ({ data: { id, number } }: MessageEvent<Read>) => {
      waiting.get(id)?.(number);
      waiting.delete(id);
    };
    let last = 0;
    window.vitrineReadApart = (video) =>
      new Promise((resolve) => {
        const picture = new VideoFrame(video);
        last += 1;
        waiting.set(last, resolve);
        worker.postMessage({ id: last, picture } satisfies ToRead, [picture]);
      });
  }, code);
}
