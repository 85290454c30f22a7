import { oneOf, orElse } from '../internal/check.ts';

export const AVAILABILITIES = ['in_stock', 'out_of_stock', 'preorder'] as const;

export type Availability = (typeof AVAILABILITIES)[number];

export const knownAvailability = oneOf(AVAILABILITIES);

/**
 * A value that is newer than this code counts as in stock: the product's own page has the last word, and what cannot
 * be opened cannot be sold.
 */
export const availability = orElse(knownAvailability, 'in_stock');
