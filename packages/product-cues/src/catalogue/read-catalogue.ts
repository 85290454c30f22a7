import { list, object, read, type Read } from '../internal/check.ts';
import { checkProducts, type Product } from './product.ts';

/** Reads `{"products": [...]}`. A product that cannot be read is left out; the others stay. */
export function readCatalogue(json: unknown): Read<readonly Product[]> {
  return read(() => checkProducts(list(object(json, 'catalogue')['products'], 'products')));
}
