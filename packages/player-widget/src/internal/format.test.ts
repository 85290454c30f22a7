import { expect } from '@open-wc/testing';
import { formatLength } from './format-length.ts';
import { formatStart } from './format-start.ts';
import { formatTime } from './format-time.ts';
import { formatMoney, localeOf } from './format.ts';
import { languageOf, needDictionary } from './language.ts';
import { localizeCount } from './localize-count.ts';

describe('format', () => {
  it('knows how many minor units a currency has', () => {
    document.documentElement.lang = 'en';
    expect(formatMoney({ amount: 1900, currency: 'EUR' })).to.equal('€19.00');
    expect(formatMoney({ amount: 1900, currency: 'JPY' })).to.equal('¥1,900');
    expect(formatMoney({ amount: 1900, currency: 'no currency' })).to.equal('19.00 no currency');
  });

  it('takes minor units for what ISO says they are, however many digits people write', () => {
    const of = (currency: string, amount: number): string => plain(formatMoney({ amount, currency }, 'en'));
    // Browsers write some of these with digits and some without: each says the same amount.
    expect(of('HUF', 499_000)).to.match(/^HUF 4,990(\.00)?$/);
    expect(of('IDR', 15_000_000)).to.match(/^IDR 150,000(\.00)?$/);
    expect(of('COP', 5_990_000)).to.match(/^COP 59,900(\.00)?$/);
    expect(of('IQD', 25_000_000)).to.match(/^IQD 25,000(\.000)?$/);
    expect(of('BHD', 1500)).to.equal('BHD 1.500');
    expect(of('KRW', 15_000)).to.equal('₩15,000');
    expect(of('CLF', 15_000)).to.equal('CLF 1.5000');
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

  /** As people read it: without the marks of direction, and with plain spaces. */
  const plain = (text: string): string => text.replaceAll(/[\u200e\u200f\u061c]/g, '').replaceAll(/\s/g, ' ');

  for (const [language, euros, yen, time] of [
    ['en', '€1,234.50', '¥1,235', '1:05:02'],
    ['de', '1.234,50 €', '1.235 ¥', '1:05:02'],
    ['fr', '1 234,50 €', '1 235 JPY', '1:05:02'],
    ['es', '1234,50 €', '1235 JPY', '1:05:02'],
    ['it', '1234,50 €', '1235 JPY', '1:05:02'],
    ['nl', '€ 1.234,50', 'JP¥ 1.235', '1:05:02'],
    ['pt', '€ 1.234,50', 'JP¥ 1.235', '1:05:02'],
    ['ja', '€1,234.50', '￥1,235', '1:05:02'],
    ['ar', '1,234.50 €', '1,235 JP¥', '1:05:02'],
    ['ar-EG', '١٬٢٣٤٫٥٠ €', '١٬٢٣٥ JP¥', '١:٠٥:٠٢'],
  ] as const) {
    it(`writes cents, yen that have none, and a time in ${language}`, () => {
      expect(plain(formatMoney({ amount: 123_450, currency: 'EUR' }, language))).to.equal(euros);
      expect(plain(formatMoney({ amount: 1235, currency: 'JPY' }, language))).to.equal(yen);
      expect(formatTime(3902, language)).to.equal(time);
    });
  }

  it('keeps a price together where a language runs from right to left', () => {
    expect(formatMoney({ amount: 1900, currency: 'EUR' }, 'ar').startsWith('\u200f')).to.equal(true);
  });

  it('writes short what shoppers expect, and takes a currency that there is not for none', () => {
    const price = { amount: 1900, currency: 'USD' };
    expect(plain(formatMoney(price, 'fr', 'usd'))).to.equal('19,00 $');
    expect(plain(formatMoney(price, 'fr', 'EUR'))).to.equal('19,00 USD');
    expect(plain(formatMoney(price, 'fr', 'euros'))).to.equal('19,00 $US');
  });

  it('takes a tag as servers write it, and one that is nonsense for none', async () => {
    document.documentElement.lang = 'de_DE';
    expect(languageOf(document.body)).to.equal('de-DE');
    expect([localeOf(''), localeOf('pt_BR')]).to.deep.equal(['de-DE', 'pt-BR']);
    document.documentElement.lang = 'en';
    const { addWords } = await needDictionary();
    for (const tag of ['xx--1', '123', 'xx_']) {
      addWords(tag, { '{count} tables': '{count} xx' });
      expect(localeOf(tag), tag).to.equal(undefined);
      expect(localizeCount({ other: '{count} tables' }, 2, tag), tag).to.equal('2 xx');
    }
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
