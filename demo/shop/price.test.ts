import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatPrice } from './price.ts';

it('writes a price from its minor units, of which a currency may have more than people write', () => {
  const price = (amount: number, currency: string): string =>
    formatPrice({ amount, currency }).replaceAll(/\s/g, ' ');
  assert.equal(price(1900, 'EUR'), '€19.00');
  assert.equal(price(1900, 'JPY'), 'JP¥1,900');
  assert.match(price(499_000, 'HUF'), /^HUF 4,990(\.00)?$/);
});
