import { attempt, type Read } from '../internal/check.ts';
import { shape } from '../internal/check-shapes.ts';
import { type Product, products } from './product.ts';

const catalogue = shape({ products });

/** Reads `{"products": [...]}`. A product that cannot be read is left out; the others stay. */
export function readCatalogue(json: unknown): Read<readonly Product[]> {
  return attempt((value, field) => catalogue(value, field).products, json, 'catalogue');
}
