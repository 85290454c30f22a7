export const FACADE_TEXTS = {
  play: 'Play',
  playTitle: 'Play {title}',
  live: 'Live',
  /** Between facts. */
  separator: ', ',
} as const;

export const PRODUCT_COUNT = { one: '{count} product', other: '{count} products' } as const;
