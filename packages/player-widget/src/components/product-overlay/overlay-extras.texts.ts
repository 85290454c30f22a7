export const EXTRA_TEXTS = {
  nowShowing: 'Now showing: {titles}',
  /** Between names of products. */
  separator: ', ',
} as const;
