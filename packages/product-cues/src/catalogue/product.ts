import { type Fields, isObject, object, read, readable, text, texts } from '../internal/check.ts';
import { type Availability, readAvailability } from './availability.ts';
import { checkMoney, type Money } from './money.ts';
import { checkVariant, type Variant } from './variant.ts';

/** What a shopper chooses by, such as `{ name: 'Size', values: ['S', 'M', 'L'] }`. */
export interface ProductOption {
  readonly name: string;
  readonly values: readonly string[];
}

export interface Product {
  readonly id: string;
  readonly sku: string;
  readonly title: string;
  /** The product's own page. Readers do not judge URLs: whoever opens one checks its scheme. */
  readonly url: string;
  readonly images: readonly string[];
  readonly price: Money;
  /** What it cost before, or elsewhere. */
  readonly compareAtPrice?: Money;
  readonly availability: Availability;
  readonly brand?: string;
  readonly options?: readonly ProductOption[];
  readonly variants?: readonly Variant[];
}

export function checkProduct(value: unknown): Product {
  const fields = object(value, 'product');
  return {
    id: text(fields['id'], 'product.id'),
    sku: text(fields['sku'], 'product.sku'),
    title: text(fields['title'], 'product.title'),
    url: text(fields['url'], 'product.url'),
    images: readable(fields['images'], (image) => text(image, 'image')),
    price: checkMoney(fields['price'], 'product.price'),
    ...compareAtPrice(fields),
    availability: readAvailability(fields['availability']),
    ...texts(fields, 'brand'),
    ...(Array.isArray(fields['options']) && { options: readable(fields['options'], checkOption) }),
    ...(Array.isArray(fields['variants']) && { variants: readable(fields['variants'], checkVariant) }),
  };
}

/** A list of products without those that cannot be read, and without an id's second product. */
export function checkProducts(value: readonly unknown[]): readonly Product[] {
  const products = readable(value, checkProduct);
  return products.filter((product, place) => products.findIndex(({ id }) => id === product.id) === place);
}

function compareAtPrice({ compareAtPrice: value }: Fields): { compareAtPrice?: Money } {
  const money = read(() => checkMoney(value, 'product.compareAtPrice'));
  return money.ok ? { compareAtPrice: money.value } : {};
}

function checkOption(value: unknown): ProductOption {
  const fields = isObject(value) ? value : {};
  return {
    name: text(fields['name'], 'option.name'),
    values: readable(fields['values'], (choice) => text(choice, 'option.values')),
  };
}
