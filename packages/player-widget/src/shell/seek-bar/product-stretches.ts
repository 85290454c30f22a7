import type { Product, Timeline } from '@vitrine/product-cues';

/** A stretch of a replay that has a name. Times are seconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/**
 * The stretches with one main product: the first that is shown and for sale, which is the one that the overlay puts
 * first. Where none is, there is no stretch.
 */
export function productStretches(
  { cues }: Pick<Timeline, 'cues'>,
  products: readonly Product[],
): readonly Stretch[] {
  const titles = new Map(products.map(({ id, title }) => [id, title]));
  const stretches: { start: number; end: number; title: string; id: string }[] = [];
  for (const [index, { time, show }] of cues.entries()) {
    // Of several cues at one time the last one speaks.
    if (cues[index + 1]?.time === time) continue;
    const id = show.find((shown) => titles.has(shown));
    const last = stretches.at(-1);
    const holds = last?.end === Infinity;
    if (holds && last.id === id) continue;
    if (holds) last.end = time;
    if (id !== undefined) stretches.push({ start: time, end: Infinity, title: titles.get(id) ?? '', id });
  }
  return stretches;
}
