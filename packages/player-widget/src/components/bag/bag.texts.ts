export const BAG_TEXTS = {
  inThisVideo: 'In this video',
  close: 'Close',
  back: 'Back to all products',
  checkOut: 'Check out',
  ended: 'The show has ended',
  watchAgain: 'Watch again',
  seeAll: 'See all products',
  add: 'Add',
  addProduct: 'Add {title}',
  added: 'Added',
  addedProduct: 'Added: {title}',
  again: 'Try again',
  againProduct: 'Try again: {title}',
  /** Between facts. */
  separator: ', ',
} as const;

/** Why something was not added, in the shopper's words. */
export const ADD_PROBLEMS = {
  failed: 'This could not be added. Please try again.',
  no_answer: 'The shop does not answer. Look into your bag before you try again.',
  sold_out: 'This has just sold out.',
  not_enough: 'There are not that many left.',
} as const;

export const IN_VIDEO_COUNT = {
  one: '{count} product in this video',
  other: '{count} products in this video',
} as const;

export const IN_BAG_COUNT = { one: '{count} in your bag', other: '{count} in your bag' } as const;
