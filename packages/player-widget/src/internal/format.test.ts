import { expect } from '@open-wc/testing';
import { formatLength } from './format-length.ts';
import { formatMoney } from './format.ts';

describe('format', () => {
  it('knows how many minor units a currency has', () => {
    document.documentElement.lang = 'en';
    expect(formatMoney({ amount: 1900, currency: 'EUR' })).to.equal('€19.00');
    expect(formatMoney({ amount: 1900, currency: 'JPY' })).to.equal('¥1,900');
    expect(formatMoney({ amount: 1900, currency: 'no currency' })).to.equal('19.00 no currency');
  });

  it('says a running time in words', () => {
    expect([45, 96, 1320, 3900, 7200].map(formatLength)).to.deep.equal([
      '45 s',
      '2 min',
      '22 min',
      '1 h 5 min',
      '2 h',
    ]);
  });
});
