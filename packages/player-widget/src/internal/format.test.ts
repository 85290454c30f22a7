import { expect } from '@open-wc/testing';
import { formatLength } from './format-length.ts';
import { formatStart } from './format-start.ts';
import { formatMoney } from './format.ts';

describe('format', () => {
  it('knows how many minor units a currency has', () => {
    document.documentElement.lang = 'en';
    expect(formatMoney({ amount: 1900, currency: 'EUR' })).to.equal('€19.00');
    expect(formatMoney({ amount: 1900, currency: 'JPY' })).to.equal('¥1,900');
    expect(formatMoney({ amount: 1900, currency: 'no currency' })).to.equal('19.00 no currency');
  });

  it('writes money and time as people of a language do', () => {
    const price = { amount: 1900, currency: 'EUR' };
    expect(formatMoney(price, 'de')).to.equal('19,00\u00a0€');
    expect(formatMoney(price, 'ja')).to.equal('€19.00');
    expect(formatMoney({ amount: 1500, currency: 'KWD' }, 'en')).to.equal('KWD\u00a01.500');
    expect(formatMoney(price, 'no language at all')).to.include('19');
    expect(formatStart('2026-03-05T18:00:00Z', 'fr')).to.include('jeudi 5 mars');
    expect(formatStart('not a time', 'fr')).to.equal('');
  });

  it('says a running time in words', () => {
    const say = (language: string) => (seconds: number) => formatLength(seconds, language);
    expect([0, 45, 96, 1320, 3599, 3900, 7200].map(say('en'))).to.deep.equal([
      '0 sec',
      '45 sec',
      '2 min',
      '22 min',
      '1 hr',
      '1 hr 5 min',
      '2 hr',
    ]);
    expect(say('ja')(3900)).to.equal('1 時間 5 分');
  });
});
