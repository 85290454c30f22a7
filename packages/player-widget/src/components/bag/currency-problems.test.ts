import { expect } from '@open-wc/testing';
import { createPlayerStore } from '../../store/player-store.ts';
import { event } from '../../test/fixtures.ts';
import { tellCurrencyProblems } from './currency-problems.ts';

describe('currencies that there are not', () => {
  let life: AbortController;
  beforeEach(() => (life = new AbortController()));
  afterEach(() => life.abort());

  function watch() {
    const host = document.createElement('div');
    const told: { code: string; message: string; fatal: boolean }[] = [];
    host.addEventListener('vitrine-error', ({ detail }) => told.push(detail));
    const store = createPlayerStore();
    tellCurrencyProblems(host, store, life.signal);
    return { store, told };
  }

  it('are told by field, value and what would be right, once, and stop nothing', () => {
    const { store, told } = watch();
    store.update({ currency: 'euros', event: event({ currency: 'ZZZ' }) });
    store.update({ wanted: true });
    expect(told.map(({ code, fatal }) => [code, fatal])).to.deep.equal([
      ['ATTRIBUTE_INVALID', false],
      ['EVENT_INVALID', false],
    ]);
    expect(told[0]?.message).to.include(
      'currency="euros" should be the ISO 4217 code of a currency, such as EUR',
    );
    expect(told[1]?.message).to.include('event.currency is "ZZZ"; it should be the ISO 4217 code');
  });

  it('repeats no more of a value than one can read', () => {
    const { store, told } = watch();
    store.update({ currency: `€${'!'.repeat(5_000)}` });
    expect(told[0]?.message.length).to.be.lessThan(200);
  });

  it('are none where there is nothing to say', () => {
    const { store, told } = watch();
    for (const currency of [null, 'JPY', 'eur']) store.update({ currency, event: event() });
    expect(told).to.deep.equal([]);
  });
});
