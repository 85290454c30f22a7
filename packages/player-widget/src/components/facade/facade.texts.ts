export const FACADE_TEXTS = {
  play: 'Play',
  playTitle: 'Play {title}',
} as const;
