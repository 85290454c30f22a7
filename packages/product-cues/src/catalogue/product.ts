import { type Check, orElse, text } from '../internal/check.ts';
import { readable, shape } from '../internal/check-shapes.ts';
import { type Availability, availability } from './availability.ts';
import { type Money, money, type UnitPrice, unitPrice } from './money.ts';
import { type Variant, variant } from './variant.ts';

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
  readonly unitPrice?: UnitPrice;
  readonly availability: Availability;
  readonly brand?: string;
  readonly options?: readonly ProductOption[];
  readonly variants?: readonly Variant[];
}

export const option: Check<ProductOption> = shape({ name: text, values: readable(text) });

export const product: Check<Product> = shape({
  id: text,
  sku: text,
  title: text,
  url: text,
  images: orElse(readable(text), []),
  price: money,
  compareAtPrice: orElse(money, undefined),
  unitPrice: orElse(unitPrice, undefined),
  availability,
  brand: orElse(text, undefined),
  options: orElse(readable(option), undefined),
  variants: orElse(readable(variant), undefined),
});

/** A list of products without those that cannot be read, and without an id's second product. */
export const products: Check<readonly Product[]> = (value, field) => {
  const ids = new Set<string>();
  return readable(product)(value, field).filter(({ id }) => ids.size < ids.add(id).size);
};
