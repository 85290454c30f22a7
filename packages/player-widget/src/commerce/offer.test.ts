import type { Variant } from '@vitrine/product-cues';
import { expect } from '@open-wc/testing';
import { product } from '../test/fixtures.ts';
import { shirt, variant } from '../test/products.ts';
import { offerOf } from './offer.ts';
import { similarProducts } from './similar-products.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('offerOf', () => {
  it('tells an old price only where it was higher, in the same currency', () => {
    const before = (compareAtPrice: { amount: number; currency: string }) =>
      offerOf(product('mug', { compareAtPrice })).before;
    expect(before(eur(2400))).to.deep.equal(eur(2400));
    expect(before(eur(1900))).to.equal(undefined);
    expect(before({ amount: 9900, currency: 'JPY' })).to.equal(undefined);
  });

  it('is the variant’s own, with the product’s old price where it has none', () => {
    const small = variant('small', { price: eur(1500), availability: 'preorder' });
    const tea = product('tea', { compareAtPrice: eur(2400), variants: [small] });
    expect(offerOf(tea, small)).to.deep.include({
      price: eur(1500),
      before: eur(2400),
      availability: 'preorder',
    });
  });

  it('is that of the only variant where there is nothing to choose', () => {
    const one = variant('one', { price: eur(900), unitPrice: { price: eur(3600), unit: 'kg' } });
    expect(offerOf(product('tea', { variants: [one] }))).to.deep.include({
      price: eur(900),
      unitPrice: one.unitPrice,
    });
    const unitPrice = { price: eur(7600), unit: 'kg' };
    const withOwn = (bare: Variant) => offerOf(product('tea', { unitPrice, variants: [bare] })).unitPrice;
    expect(withOwn(variant('bare'))).to.equal(unitPrice);
    expect(withOwn(variant('bare', { price: eur(900) })), 'that of another price').to.equal(undefined);
  });

  it('tells nothing of a unit’s cost where several variants alone say so, until one is chosen', () => {
    const small = variant('small', { price: eur(1200), unitPrice: { price: eur(9600), unit: 'kg' } });
    const large = variant('large', { unitPrice: { price: eur(7600), unit: 'kg' } });
    const tea = product('tea', { variants: [small, large] });
    expect(offerOf(tea).unitPrice).to.equal(undefined);
    expect(offerOf(tea, small).unitPrice).to.equal(small.unitPrice);
  });

  it('tells what a unit costs of what is chosen', () => {
    const unitPrice = { price: eur(7600), unit: 'kg' };
    const large = variant('large', { unitPrice: { price: eur(5200), unit: 'kg' } });
    const tea = product('tea', { unitPrice, variants: [large, variant('bare')] });
    expect(offerOf(tea).unitPrice).to.equal(unitPrice);
    expect(offerOf(tea, large).unitPrice).to.equal(large.unitPrice);
    // A packet of another size costs something else a kilogram.
    expect(offerOf(tea, variant('bare')).unitPrice).to.equal(undefined);
  });

  it('is sold out when every variant is, whatever the product says of itself', () => {
    const gone = (shirt().variants ?? []).map((one) => ({ ...one, availability: 'out_of_stock' as const }));
    expect(offerOf(shirt({ variants: gone })).availability).to.equal('out_of_stock');
    expect(offerOf(shirt({ availability: 'out_of_stock' })).availability).to.equal('in_stock');
  });
});

describe('similarProducts', () => {
  it('are those of the brand first, then the nearest in price, and none that is sold out', () => {
    const mug = product('mug', { brand: 'Ton' });
    const others = [
      mug,
      product('lamp', { price: eur(14_900) }),
      product('gone', { brand: 'Ton', availability: 'out_of_stock' }),
      product('cup', { price: eur(1800) }),
      product('jug', { brand: 'Ton', price: eur(5900) }),
      product('yen', { price: { amount: 1900, currency: 'JPY' } }),
    ];
    expect(similarProducts(mug, others).map(({ id }) => id)).to.deep.equal(['jug', 'cup', 'lamp', 'yen']);
  });
});
