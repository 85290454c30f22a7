import { bundleForPage } from './bundle.ts';
import type {} from './page/player-element.ts';
import type { Sample } from './page/sampler.ts';
import type { ScriptedPage } from './scripted-page.ts';
import type { System } from './system.ts';
import { until } from './until.ts';

export interface PlayerMarkup {
  readonly eventId: string;
  /** Further attributes, as written in HTML. */
  readonly attributes?: string;
  readonly cdn?: boolean;
}

/** The script tag and the element, as a retailer's developer would paste them. */
export function playerMarkup(
  system: System,
  { eventId, attributes = '', cdn = true }: PlayerMarkup,
): { head: string; body: string } {
  const fallback = cdn ? ` cdn="${system.cdn.url}"` : '';
  return {
    head: `<script type="module" src="${system.cdn.url}/vitrine/vitrine.js"></script>`,
    body: `<vitrine-player service="${system.service.url}" event-id="${eventId}"${fallback} ${attributes}></vitrine-player>`,
  };
}

let sampler: Promise<string> | undefined;

/** Begins to read every painted picture of the page's player. */
export async function startSampling(page: ScriptedPage): Promise<void> {
  sampler ??= bundleForPage(new URL('page/sampler.ts', import.meta.url));
  const code = await sampler;
  await until('the player is defined', () =>
    page.evaluate(() => document.querySelector('vitrine-player')?.shadowRoot != null),
  );
  await page.evaluate(code);
}

export function readSamples(page: ScriptedPage): Promise<Sample[]> {
  return page.evaluate(() => window.vitrineSampler?.samples ?? []);
}

export function sampleNow(page: ScriptedPage): Promise<Sample | undefined> {
  return page.evaluate(() => window.vitrineSampler?.now());
}

/** Resolves once pictures are painted where they can be seen, and their numbers can be read. */
export function untilPictures(page: ScriptedPage, withinMs = 40_000): Promise<Sample> {
  return until(
    'pictures are painted',
    async () => (await readSamples(page)).findLast(({ covered }) => !covered),
    withinMs,
  );
}
