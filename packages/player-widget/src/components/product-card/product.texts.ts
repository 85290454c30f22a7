export const PRODUCT_TEXTS = {
  add: 'Add',
  choose: 'Choose',
  similar: 'Similar',
  addProduct: 'Add {title}',
  chooseProduct: 'Choose {title}',
  similarTo: 'Similar to {title}',
  openProduct: 'Open {title}',
  now: 'Now',
  was: 'Before',
  soldOut: 'Sold out',
  preorder: 'Pre-order',
  watchReplay: 'Watch the replay',
  onScreen: 'Products on screen',
  /** Between names of products. */
  separator: ', ',
  nowShowing: 'Now showing: {titles}',
} as const;
