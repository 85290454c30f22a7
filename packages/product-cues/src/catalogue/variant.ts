import { isObject, mapValues, object, text } from '../internal/check.ts';
import { type Availability, readAvailability } from './availability.ts';
import { checkMoney, type Money } from './money.ts';

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

export function checkVariant(value: unknown): Variant {
  const fields = object(value, 'variant');
  const options = fields['options'];
  return {
    id: text(fields['id'], 'variant.id'),
    sku: text(fields['sku'], 'variant.sku'),
    title: text(fields['title'], 'variant.title'),
    price: checkMoney(fields['price'], 'variant.price'),
    availability: readAvailability(fields['availability']),
    options: mapValues(isObject(options) ? options : {}, (choice, name) => text(choice, `options.${name}`)),
  };
}
