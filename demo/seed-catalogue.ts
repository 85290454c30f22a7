import { readFile } from 'node:fs/promises';
import { readCatalogue, type Product } from '@vitrine/product-cues';

/** The shop's products, their pictures as the shop serves them: paths, which `productsAt` makes absolute. */
export async function readSeedProducts(): Promise<readonly Product[]> {
  const json: unknown = JSON.parse(await readFile(new URL('seed/products.json', import.meta.url), 'utf8'));
  const catalogue = readCatalogue(json);
  if (!catalogue.ok) throw new Error(`demo/seed/products.json: ${catalogue.problem}`);
  return catalogue.value.map((product) => ({
    ...product,
    images: product.images.map((image) => `/media/${image}`),
  }));
}

/** The same products as the rest of the world reaches them. */
export function productsAt(shopUrl: string, products: readonly Product[]): readonly Product[] {
  return products.map((product) => ({
    ...product,
    url: new URL(product.url, shopUrl).href,
    images: product.images.map((image) => new URL(image, shopUrl).href),
  }));
}
