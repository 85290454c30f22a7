import { type Check, refuse, text, whole } from '../internal/check.ts';
import { shape } from '../internal/check-shapes.ts';

export interface Money {
  /** In minor units (cents, pence, yen), a whole number from 0. */
  readonly amount: number;
  /** ISO 4217, three capital letters. */
  readonly currency: string;
}

export const currencyCode: Check<string> = (value, field) =>
  /^[A-Z]{3}$/.test(text(value, field)) ? text(value, field) : refuse(field, value, 'three capital letters');

export const money: Check<Money> = shape({ amount: whole, currency: currencyCode });

/** What a unit of measure costs. */
export interface UnitPrice {
  readonly price: Money;
  /** As shoppers read it: `kg`, `100 ml`. */
  readonly unit: string;
}

export const unitPrice: Check<UnitPrice> = shape({ price: money, unit: text });
