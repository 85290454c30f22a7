import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openPage, VIEWPORT } from './browser.ts';
import { countShifts } from './count-shifts.ts';
import { servePage } from './page-server.ts';
import type { System } from './system.ts';
import { until } from './until.ts';

/** A page of three screens: players at its top, each playing, which float when they are left. */
export class LeftPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;

  private constructor(
    { page, problems }: { readonly page: Page; readonly problems: readonly string[] },
    context: BrowserContext,
    closeShop: () => Promise<void>,
  ) {
    this.page = page;
    this.context = context;
    this.problems = problems;
    this.close = async () => {
      await context.close();
      await closeShop();
    };
  }

  static async open(
    { system, browser }: { readonly system: System; readonly browser: Browser },
    ids: readonly string[],
    options: BrowserContextOptions = {},
    style = '',
  ): Promise<LeftPage> {
    const player = (id: string): string =>
      `<vitrine-player id="${id}" mini-player autoplay muted service="${system.service.url}" cdn="${system.cdn.url}" event-id="elsewhere"></vitrine-player>`;
    const shop = await servePage({
      head: `<meta name="viewport" content="width=device-width, initial-scale=1">
        <style>vitrine-player{width:min(560px,100%)} ${style}</style>
        <script type="module" src="${system.cdn.url}/vitrine/vitrine.js"></script>`,
      body: `<main>${ids.map(player).join('')}<h1>Spring</h1><a href="#end">On</a><div style="height:2400px">Much to read</div><p id="end">End</p></main>`,
    });
    const context = await browser.newContext({ viewport: VIEWPORT, ...options });
    await context.addInitScript(countShifts);
    const left = new LeftPage(await openPage(context, shop.url), context, shop.close);
    for (const id of ids) await until(`${id} plays`, () => left.plays(id));
    await left.page.waitForFunction(
      (all) => all.every((id) => document.getElementById(id)?.shadowRoot?.querySelector('.vjs-has-started')),
      [...ids],
    );
    return left;
  }

  plays(id = 'a', beyond = 0.2): Promise<boolean> {
    return this.page.evaluate(
      ([name, seconds]) => {
        const player = document.querySelector<HTMLElementTagNameMap['vitrine-player']>(`#${String(name)}`);
        return !!player && !player.paused && player.currentTime > Number(seconds);
      },
      [id, beyond],
    );
  }

  timeOf(): Promise<number> {
    return this.page.evaluate(() => document.querySelector('vitrine-player')?.currentTime ?? 0);
  }

  /** From the time that it is at when this is asked: two looks that follow each other at once see the same. */
  async playsOn(id = 'a'): Promise<void> {
    const at = await this.timeOf();
    await until('it plays on', () => this.plays(id, at + 0.01));
  }

  scroll(top: number): Promise<void> {
    return this.page.evaluate((y) => scrollTo(0, y), top);
  }

  floats(id = 'a'): Promise<boolean> {
    return this.page.evaluate(
      (name) => !!document.getElementById(name)?.shadowRoot?.querySelector('.base:popover-open'),
      id,
    );
  }

  async leave(id = 'a'): Promise<void> {
    await this.scroll(1600);
    await until('it floats', () => this.floats(id));
  }

  /** For whoever wants to see it: `LOOKS=/some/folder`. */
  async picture(name: string, page = this.page): Promise<void> {
    const folder = process.env['LOOKS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  }
}
