export type Availability = 'in_stock' | 'out_of_stock' | 'preorder';

export function isAvailability(value: unknown): value is Availability {
  return value === 'in_stock' || value === 'out_of_stock' || value === 'preorder';
}

/**
 * A value that is newer than this code counts as in stock: the product's own page has the last word, and what cannot
 * be opened cannot be sold.
 */
export function readAvailability(value: unknown): Availability {
  return isAvailability(value) ? value : 'in_stock';
}
