import { expect } from '@open-wc/testing';
import { readAnswer } from '../../event/event-json.ts';
import { withOwnFiles } from '../../event/own-files.ts';
import { PlayerError } from '../../media/player-error.ts';
import { createPlayerStore, type PlayerState } from '../../store/player-store.ts';
import { event, product } from '../../test/fixtures.ts';
import { answer, CDN } from '../../test/mock-requests.ts';
import { tellInputProblems } from './input-problems.ts';

function watch() {
  const host = document.createElement('div');
  const told: { code: string; message: string; fatal: boolean }[] = [];
  host.addEventListener('vitrine-error', ({ detail }) => told.push(detail));
  const store = createPlayerStore();
  store.subscribe(tellInputProblems(host));
  return { store, told };
}

/** An event as a service sends it, read. */
function read(json: object): NonNullable<PlayerState['event']> {
  const known = readAnswer({ ok: true, json, url: 'https://api.example/v1/events/spring' });
  if (known instanceof PlayerError) throw known;
  return known;
}

const dear = { ...product('lamp'), price: { amount: 1900, currency: 'euros' } };

describe('what a developer gives that is not right', () => {
  it('is told by field, value and what would be right, once, and stops nothing: currencies', () => {
    const { store, told } = watch();
    store.update({ currency: 'euros', event: read({ ...event(), currency: '€' }) });
    store.update({ wanted: true });
    expect(told.map(({ code, fatal }) => [code, fatal])).to.deep.equal([
      ['ATTRIBUTE_INVALID', false],
      ['EVENT_INVALID', false],
    ]);
    expect(told[0]?.message).to.include(
      'currency="euros" should be the ISO 4217 code of a currency, such as EUR',
    );
    expect(told[1]?.message).to.include('event.currency is "€"; it should be the ISO 4217 code');
  });

  it('is told of a product that is left out of an event, and the others stay', () => {
    const { store, told } = watch();
    const known = read({ ...event(), products: [product('mug'), dear] });
    store.update({ event: known });
    store.update({ event: { ...known, title: 'Another title' } });
    expect(told.map(({ message }) => message)).to.deep.equal([
      'The event is not valid. event.products[1].price.currency is "euros"; it must be three capital letters; the product is left out.',
    ]);
    expect(known.products.map(({ id }) => id)).to.deep.equal(['mug']);
  });

  it('is told of a product that is left out of a catalogue of the page’s own', async () => {
    const catalogue = `${CDN}/catalogue.json`;
    await answer({ [catalogue]: { products: [dear, product('mug')] } });
    const { store, told } = watch();
    const nowhere = { service: undefined, cdn: undefined, eventId: undefined, timeline: undefined };
    const settings = { ...nowhere, streamType: 'on-demand' as const, src: `${CDN}/show.m3u8`, catalogue };
    const life = new AbortController();
    const options = { signal: life.signal, onProblem: () => undefined };
    const known = await withOwnFiles(undefined, settings, options);
    store.update({ event: known });
    expect(told.map(({ message }) => message)).to.deep.equal([
      'The products could not be loaded. catalogue.products[0].price.currency is "euros"; it must be three capital letters; the product is left out.',
    ]);
    expect(known.products.map(({ id }) => id)).to.deep.equal(['mug']);
  });

  it('is told of a price in a currency that there is not, which is shown all the same', () => {
    const { store, told } = watch();
    store.update({ event: event({ products: [product('mug', { price: { amount: 1, currency: 'ZZZ' } })] }) });
    expect(told.map(({ message }) => message)).to.deep.equal([
      'The event is not valid. The price of product "mug" is in "ZZZ"; it should be in the ISO 4217 code of a currency, such as EUR.',
    ]);
  });

  it('repeats no more of a value than one can read, and no more problems than help', () => {
    const { store, told } = watch();
    store.update({ currency: `€${'!'.repeat(5_000)}` });
    expect(told[0]?.message.length).to.be.lessThan(200);
    const many = Array.from({ length: 500 }, (_, index) => ({ ...dear, id: String(index) }));
    store.update({ event: read({ ...event(), products: many }) });
    expect(told).to.have.length(1 + 11);
    expect(told.at(-1)?.message).to.include('event.products: 490 more such problems.');
  });

  it('is nothing where there is nothing to say', () => {
    const { store, told } = watch();
    for (const currency of [null, 'JPY', 'eur']) store.update({ currency, event: event() });
    store.update({ event: event({ id: '', currency: '' }) });
    expect(told).to.deep.equal([]);
  });
});
