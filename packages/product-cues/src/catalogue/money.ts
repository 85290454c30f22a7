import { object, refuse, whole } from '../internal/check.ts';

export interface Money {
  /** In minor units (cents, pence, yen), a whole number from 0. */
  readonly amount: number;
  /** ISO 4217, three capital letters. */
  readonly currency: string;
}

export function checkCurrency(value: unknown, field: string): string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value)
    ? value
    : refuse(field, value, 'a currency of three capital letters');
}

export function checkMoney(value: unknown, field: string): Money {
  const fields = object(value, field);
  return {
    amount: whole(fields['amount'], `${field}.amount`),
    currency: checkCurrency(fields['currency'], `${field}.currency`),
  };
}
