/** One state that the host sets, from a picture on. Pictures are counted through loops: loop × 2880 + frame. */
export interface Highlight {
  readonly picture: number;
  readonly show: readonly string[];
  readonly at: Readonly<Record<string, readonly [number, number]>>;
}

export const FRAMES_IN_CLIP = 2880;
export const PRODUCTS = [
  'mug-blue',
  'mug-red',
  'lamp-brass',
  'scarf-fern',
  'board-oak',
  'vase-sand',
] as const;

/** States that differ from their neighbours in products, their number or their hotspots; every seventh clears. */
export function variedStates(count: number): Pick<Highlight, 'show' | 'at'>[] {
  return Array.from({ length: count }, (_, index) => {
    if (index % 7 === 6) return { show: [], at: {} };
    const show = PRODUCTS.map(
      (_, offset) => PRODUCTS[(index + offset) % PRODUCTS.length] ?? 'mug-blue',
    ).slice(0, (index % 3) + 1);
    const [main = 'mug-blue'] = show;
    return { show, at: { [main]: [0.3 + (index % 5) * 0.1, 0.3 + (index % 4) * 0.1] as const } };
  });
}

/** What is on screen at a picture: the last state at or before it. */
export function expectedAt(script: readonly Highlight[], picture: number): Pick<Highlight, 'show' | 'at'> {
  return script.findLast((highlight) => highlight.picture <= picture) ?? { show: [], at: {} };
}
