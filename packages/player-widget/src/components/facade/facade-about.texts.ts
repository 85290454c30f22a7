export const ABOUT_TEXTS = {
  live: 'Live',
  savesData: 'Data saver is on: it plays when you press Play',
  /** Between facts. */
  separator: ', ',
} as const;

export const PRODUCT_COUNT = { one: '{count} product', other: '{count} products' } as const;
