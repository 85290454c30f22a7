import { expect } from '@open-wc/testing';
import { joined, spokenTime } from './spoken-time.ts';

describe('spokenTime', () => {
  it('says a time as a person would', () => {
    expect(spokenTime(0.4, 'en')).to.equal('0 seconds');
    expect(spokenTime(125.9, 'en')).to.equal('2 minutes, 5 seconds');
    expect(spokenTime(3601, 'en')).to.equal('1 hour, 1 second');
    expect(spokenTime(120, 'de')).to.equal('2 Minuten');
    expect(spokenTime(Number.NaN, 'en')).to.equal('0 seconds');
  });

  it('puts parts side by side as the language does', () => {
    expect(joined(['5 seconds', 'Mug'], 'en')).to.equal('5 seconds, Mug');
    expect(joined(['a', 'b'], 'ar'))
      .to.include('a')
      .and.to.include('b');
  });
});
