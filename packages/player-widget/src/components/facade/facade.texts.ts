export const FACADE_TEXTS = {
  play: 'Play',
  playTitle: 'Play {title}',
  oneProduct: '1 product',
  manyProducts: '{count} products',
  live: 'Live',
} as const;
