import { type Check, orElse, text } from '../internal/check.ts';
import { EMPTY_MAP, mapOf, shape } from '../internal/check-shapes.ts';
import { type Availability, availability } from './availability.ts';
import { type Money, money, type UnitPrice, unitPrice } from './money.ts';

/** One choice of a product: its size, its colour. */
export interface Variant {
  readonly id: string;
  readonly sku: string;
  readonly title: string;
  readonly price: Money;
  /** What it cost before, or elsewhere; where it is not said, the product's. */
  readonly compareAtPrice?: Money;
  readonly unitPrice?: UnitPrice;
  readonly availability: Availability;
  /** The choice by the option's name, such as `{ Size: 'L' }`. */
  readonly options: Readonly<Record<string, string>>;
}

export const variant: Check<Variant> = shape({
  id: text,
  sku: text,
  title: text,
  price: money,
  compareAtPrice: orElse(money, undefined),
  unitPrice: orElse(unitPrice, undefined),
  availability,
  options: orElse(mapOf(text), EMPTY_MAP),
});
