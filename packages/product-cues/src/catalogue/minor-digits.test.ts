import assert from 'node:assert/strict';
import { it } from 'node:test';
import { minorDigits } from './minor-digits.ts';

it('tells how many digits the minor units of a currency take, by ISO 4217', () => {
  const digits = (...currencies: readonly string[]): readonly number[] => currencies.map(minorDigits);
  assert.deepEqual(digits('JPY', 'CLP', 'XPF'), [0, 0, 0]);
  assert.deepEqual(digits('EUR', 'HUF', 'IDR', 'COP', 'PKR', 'XXX'), [2, 2, 2, 2, 2, 2]);
  assert.deepEqual(digits('IQD', 'KWD', 'TND'), [3, 3, 3]);
  assert.deepEqual(digits('CLF', 'UYW'), [4, 4]);
});
