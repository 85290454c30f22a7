import { startCdnOrigin } from '../demo/cdn-origin.ts';
import { DEMO_CLIP } from '../demo/demo-clip.ts';
import { startIvsLocal } from '../demo/ivs-local/start-ivs-local.ts';
import { launchBrowser, openPage } from './support/browser.ts';
import { servePage } from './support/page-server.ts';
import { readSamples, startSampling, untilPictures } from './support/player-page.ts';
import { variedStates, type Highlight } from './support/script.ts';
import { agrees } from './support/agreement.ts';
import { until } from './support/until.ts';
const ivs = await startIvsLocal({ clip: DEMO_CLIP });
const cdn = await startCdnOrigin({
  port: 0,
  widgetDir: '/work/main/packages/player-widget/dist',
  storeDir: '/tmp/try/store',
});
const { arn, playbackUrl } = await ivs.createChannel('x');
await ivs.goLive(arn);
await ivs.playable(arn);
const catalogue = 'data:application/json,';
import { readFile, writeFile } from 'node:fs/promises';
await writeFile(
  '/tmp/try/store/products.json',
  (await readFile('demo/seed/products.json', 'utf8')).replaceAll(
    '"/products',
    '"https://shop.example/products',
  ),
);
const shop = await servePage({
  head: `<script type="module" src="${cdn.url}/vitrine/vitrine.js"></script>`,
  body: `<vitrine-player src="${playbackUrl}" stream-type="live" catalogue="${cdn.url}/products.json" autoplay muted></vitrine-player>`,
});
const browser = await launchBrowser();
const ctx = await browser.newContext({ viewport: { width: 1280, height: 800 } });
ctx.on('response', (r) => {
  if (!r.ok()) console.log(r.status(), r.url());
});
ctx.on('requestfailed', (r) => console.log('failed', r.url()));
const { page, problems } = await openPage(ctx, shop.url);
await startSampling(page);
await untilPictures(page, 12000).catch((e) => console.log(e));
console.log(problems);
await page.screenshot({ path: '/tmp/try/live0.png' });
console.log(
  JSON.stringify(
    await page.evaluate(() => {
      const p = document.querySelector('vitrine-player') as any;
      const f = (r: any): any => {
        for (const e of r.querySelectorAll('*')) {
          if (e.localName === 'video') return e;
          if (e.shadowRoot) {
            const x = f(e.shadowRoot);
            if (x) return x;
          }
        }
      };
      const v = f(p.shadowRoot);
      return [
        p.diagnostics,
        v && [v.readyState, v.currentTime, v.videoWidth, v.error?.message, v.paused, v.muted],
      ];
    }),
  ),
);
if (!(await readSamples(page)).length) process.exit(1);

const sent: { n: number; state: Pick<Highlight, 'show' | 'at'> }[] = [];
const states = variedStates(14);
const start = ivs.position(arn).frame + 10;
for (const [i, s] of states.entries()) {
  await until('x', () => ivs.position(arn).frame >= start + i * 45);
  ivs.putMetadata(arn, JSON.stringify({ vitrine: 1, n: i + 1, ...s }));
  sent.push({ n: i + 1, state: s });
}
const script = await until('journal', () => {
  const j = ivs.journal(arn);
  const r = sent.map(({ n, state }) => ({
    ...state,
    picture: j.find((e) => JSON.parse(e.text).n === n)?.frame ?? -1,
  }));
  return r.every((x) => x.picture >= 0) && r;
});
await until('seen', async () => ((await readSamples(page)).at(-1)?.frame ?? 0) > script.at(-1)!.picture + 20);
const samples = await readSamples(page);
console.log('samples', samples.length);
console.log(
  'late',
  script
    .map(
      (h) =>
        (samples.filter((s) => s.frame >= h.picture - 20).find((s) => agrees(s, h))?.frame ?? Infinity) -
        h.picture,
    )
    .join(' '),
);
console.log(
  JSON.stringify(await page.evaluate(() => (document.querySelector('vitrine-player') as any).diagnostics)),
);
await page.screenshot({ path: '/tmp/try/live.png' });
await browser.close();
await shop.close();
await cdn.close();
await ivs.close();
