import type { Product, Timeline } from '@vitrine/product-cues';
import { vttText, webVtt } from './web-vtt.ts';

/** A stretch of the replay with one main product. Times are seconds. */
export interface Chapter {
  readonly start: number;
  readonly end: number;
  readonly product: Product;
}

/**
 * A chapter for each change of the main product: the first that is shown and in the catalogue, as the overlay has it. Where nothing is shown there is none,
 * since a name that says nothing ("the show") is no place that a viewer would jump to.
 *
 * @param duration - in seconds
 */
export function chaptersOf(
  { cues }: Pick<Timeline, 'cues'>,
  products: readonly Product[],
  duration: number,
): readonly Chapter[] {
  const byId = new Map(products.map((product) => [product.id, product]));
  const chapters: Chapter[] = [];
  let open: { readonly start: number; readonly product: Product } | undefined;
  const close = (end: number): void => {
    if (open && end > open.start) chapters.push({ ...open, end });
  };
  for (const [index, { time, show }] of cues.entries()) {
    if (time >= duration) break;
    // Of several cues at one time the last one speaks.
    if (cues[index + 1]?.time === time) continue;
    const id = show.find((shown) => byId.has(shown));
    const product = id === undefined ? undefined : byId.get(id);
    if (product === open?.product) continue;
    close(time);
    open = product && { start: time, product };
  }
  close(duration);
  return chapters;
}

/** chapters.vtt; its last chapter ends at the end of the replay. */
export function chaptersVtt(
  timeline: Pick<Timeline, 'cues'>,
  products: readonly Product[],
  duration: number,
): string {
  return webVtt(
    chaptersOf(timeline, products, duration).map(({ start, end, product }) => ({
      start,
      end,
      text: vttText(product.title) || vttText(product.id),
    })),
  );
}
