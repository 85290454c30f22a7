import { type Check, orElse, text } from '../internal/check.ts';
import { EMPTY_MAP, mapOf, shape } from '../internal/check-shapes.ts';
import { type Availability, availability } from './availability.ts';
import { type Money, money } from './money.ts';

/** One choice of a product: its size, its colour. */
export interface Variant {
  readonly id: string;
  readonly sku: string;
  readonly title: string;
  readonly price: Money;
  readonly availability: Availability;
  /** The choice by the option's name, such as `{ Size: 'L' }`. */
  readonly options: Readonly<Record<string, string>>;
}

export const variant: Check<Variant> = shape({
  id: text,
  sku: text,
  title: text,
  price: money,
  availability,
  options: orElse(mapOf(text), EMPTY_MAP),
});
