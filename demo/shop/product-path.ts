import type { Product } from '@vitrine/product-cues';

const FOLDER = '/products/';

/** The last part of the product's own address, which the catalogue gives it; its id where the address is not ours. */
export function slugOf({ id, url }: Pick<Product, 'id' | 'url'>): string {
  const base = 'http://shop.invalid';
  const path = URL.canParse(url, base) ? new URL(url, base).pathname : '';
  const slug = path.startsWith(FOLDER) ? path.slice(FOLDER.length) : '';
  return slug === '' || slug.includes('/') ? id : decodeURIComponent(slug);
}

/** Where the shop shows a product. */
export function productPath(product: Pick<Product, 'id' | 'url'>): string {
  return FOLDER + encodeURIComponent(slugOf(product));
}
