import type { Product } from '@vitrine/product-cues';
import { isSoldOut } from './availability.ts';

/** More would be another catalogue. */
const MOST = 4;

/** What to offer in a product's place: products of the same event that can be had, of its brand first, then by how near their price is. */
export function similarProducts(product: Product, products: readonly Product[]): readonly Product[] {
  const { id, brand, price } = product;
  const distance = (other: Product): number =>
    other.price.currency === price.currency ? Math.abs(other.price.amount - price.amount) : Infinity;
  const strange = (other: Product): number => Number(!brand || other.brand !== brand);
  return products
    .filter((other) => other.id !== id && !isSoldOut(other))
    .map((other) => ({ other, strange: strange(other), distance: distance(other) }))
    .sort((a, b) => a.strange - b.strange || compare(a.distance, b.distance))
    .slice(0, MOST)
    .map(({ other }) => other);
}

/** Two infinite distances are equal; their difference is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
