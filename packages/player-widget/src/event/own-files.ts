import { readCatalogue, type LiveEvent, type Product } from '@vitrine/product-cues';
import { fetchJson } from '../internal/fetch-json.ts';
import { PlayerError } from '../media/player-error.ts';
import { absoluteProduct } from './absolute-event.ts';
import type { LoadOptions } from './event-client.ts';
import type { EventSettings } from './event-settings.ts';
import { READ_FROM } from './read-from.ts';

/** An event with what the element's own attributes name: its video, its timeline, its products. */
export async function withOwnFiles(
  event: LiveEvent | undefined,
  { src, streamType, timeline, catalogue }: EventSettings,
  options: LoadOptions,
): Promise<LiveEvent> {
  const known = event ?? ownEvent(src ?? '', streamType === 'live');
  const products = catalogue ? await loadCatalogue(catalogue, options) : undefined;
  const whole = {
    ...known,
    ...(timeline ? { timelineUrl: timeline } : {}),
    products: products ?? known.products,
  };
  if (catalogue && !products) missed.set(whole, catalogue);
  return whole;
}

/** Where the catalogue lies that an event has to do without. */
const missed = new WeakMap<LiveEvent, string>();

export function missedCatalogue(event: LiveEvent): string | undefined {
  return missed.get(event);
}

function ownEvent(src: string, live: boolean): LiveEvent {
  return {
    id: '',
    slug: '',
    shop: '',
    title: '',
    status: live ? 'live' : 'archived',
    currency: '',
    products: [],
    updatedAt: '',
    playback: live
      ? { type: 'live', url: src }
      : // What nobody told us: the running time, and whether there are captions (so be ready for them).
        { type: 'archive', url: src, duration: Number.NaN, captions: true },
  };
}

/** The products of the attribute `catalogue`; a problem is told where they cannot be had: what the event itself sells stays. */
export async function loadCatalogue(
  url: string,
  options: LoadOptions,
): Promise<readonly Product[] | undefined> {
  const answer = await fetchJson(url, options);
  const problem = (detail: string): undefined => {
    options.onProblem(new PlayerError('CATALOGUE_NOT_LOADED', detail));
  };
  if (!answer.ok) return problem(answer.problem);
  const products = readCatalogue(answer.json);
  if (!products.ok) return problem(`${url}: ${products.problem}`);
  const known = products.value.map((product) => absoluteProduct(product, answer.url));
  READ_FROM.set(known, answer);
  return known;
}
