import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { shirt, variant, variedProduct } from '../test/products.ts';
import { product } from '../test/fixtures.ts';
import { axesOf, variantsOf } from './option-axes.ts';
import { VariantChoice } from './variant-choice.ts';

function pick(
  choice: VariantChoice,
  of: ReturnType<typeof shirt>,
  name: string,
  value: string,
): VariantChoice {
  const axis = choice.axes.find((one) => one.name === name);
  return axis ? choice.pick(of, axis, value) : choice;
}

describe('what a product is chosen by', () => {
  it('is its options, in the shop’s order', () => {
    expect(axesOf(shirt()).map(({ name, values }) => [name, ...values])).to.deep.equal([
      ['Size', 'S', 'L'],
      ['Colour', 'Red', 'Blue'],
    ]);
  });

  it('is its variants by their titles where options do not tell them apart', () => {
    const twins = product('twins', {
      variants: [
        variant('a', { title: 'One' }),
        variant('b', { title: 'One' }),
        variant('c', { title: 'Two' }),
      ],
    });
    expect(axesOf(twins).map(({ name, values }) => [name, ...values])).to.deep.equal([
      ['', 'One', 'One (SKU-b)', 'Two'],
    ]);
  });

  it('is nothing where there is one thing to have', () => {
    expect(axesOf(product('plain'))).to.deep.equal([]);
    const single = product('single', { variants: [variant('only', { options: { Size: 'S' } })] });
    expect(VariantChoice.of(single).variant?.id).to.equal('only');
  });

  it('tells every variant from every other, whatever the catalogue says', () => {
    fc.assert(
      fc.property(variedProduct(), (varied) => {
        const axes = axesOf(varied);
        const rows = variantsOf(varied).map((one) => JSON.stringify(axes.map(({ valueOf }) => valueOf(one))));
        expect(new Set(rows).size).to.equal(rows.length);
        for (const { values, valueOf } of axes)
          expect([...values].sort()).to.deep.equal([...new Set(variantsOf(varied).map(valueOf))].sort());
      }),
    );
  });
});

describe('VariantChoice', () => {
  it('picks nothing for the shopper', () => {
    const choice = VariantChoice.of(shirt());
    expect(choice.variant).to.equal(undefined);
    expect(choice.missing.map(({ name }) => name)).to.deep.equal(['Size', 'Colour']);
  });

  it('tells what is sold out, and what there is only with other choices', () => {
    const choice = pick(VariantChoice.of(shirt()), shirt(), 'Size', 'S');
    const [size, colour] = choice.axes;
    if (!size || !colour) throw new Error('there should be two axes');
    expect(['Red', 'Blue'].map((value) => choice.prospect(colour, value))).to.deep.equal([
      'buyable',
      'sold-out',
    ]);
    const red = pick(choice, shirt(), 'Colour', 'Red');
    expect(red.variant?.id).to.equal('s-red');
    expect(red.prospect(size, 'L')).to.equal('elsewhere');
  });

  it('lets other choices give way to one that there is not with them', () => {
    const red = pick(pick(VariantChoice.of(shirt()), shirt(), 'Size', 'S'), shirt(), 'Colour', 'Red');
    const large = pick(red, shirt(), 'Size', 'L');
    expect(large.variant?.id).to.equal('l-blue');
  });

  it('lets go first of what was picked longest ago, where not all can stay', () => {
    const size = (Size: string, Colour: string, Fit: string) =>
      variant(`${Size}${Colour}${Fit}`, { options: { Size, Colour, Fit } });
    const sparse = product('sparse', {
      variants: [
        size('S', 'Red', 'Slim'),
        size('L', 'Blue', 'Wide'),
        size('S', 'Blue', 'Slim'),
        size('L', 'Red', 'Slim'),
      ],
    });
    let choice = VariantChoice.of(sparse);
    for (const [name, value] of [
      ['Fit', 'Slim'],
      ['Size', 'L'],
      ['Colour', 'Blue'],
    ] as const)
      choice = pick(choice, sparse, name, value);
    expect(choice.variant?.id).to.equal('LBlueWide');
  });

  it('keeps what was picked when the offer changes, and drops what is no longer there', () => {
    const red = pick(pick(VariantChoice.of(shirt()), shirt(), 'Size', 'S'), shirt(), 'Colour', 'Red');
    const dearer = shirt({
      variants: [
        variant('s-red', { options: { Size: 'S', Colour: 'Red' }, price: { amount: 1, currency: 'EUR' } }),
      ],
    });
    expect(red.renewed(dearer).variant?.price.amount).to.equal(1);
    const without = shirt({ variants: (shirt().variants ?? []).filter(({ id }) => id !== 's-red') });
    const renewed = red.renewed(without);
    expect(Object.fromEntries(renewed.picks)).to.deep.equal({ Size: 'S', Colour: 'Blue' });
    expect(renewed.variant?.id).to.equal('s-blue');
  });

  it('can come to any variant, from anywhere', () => {
    fc.assert(
      fc.property(variedProduct(), fc.nat(), fc.nat(), (varied, from, to) => {
        const variants = variantsOf(varied);
        const [start, wanted] = [variants[from % variants.length], variants[to % variants.length]];
        if (!start || !wanted) return;
        let choice = VariantChoice.of(varied).pickVariant(varied, start);
        expect(choice.variant?.id).to.equal(start.id);
        // What was picked last stays, so that one round is enough.
        for (const axis of choice.axes) choice = choice.pick(varied, axis, axis.valueOf(wanted));
        expect(choice.variant?.id).to.equal(wanted.id);
      }),
    );
  });

  it('never is at something that there is not, and with everything picked at exactly one variant', () => {
    fc.assert(
      fc.property(
        variedProduct(),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
        (varied, taps) => {
          let choice = VariantChoice.of(varied);
          for (const [which, what] of taps) {
            const axis = choice.axes[which % choice.axes.length];
            const value = axis?.values[what % axis.values.length];
            if (!axis || value === undefined) continue;
            choice = choice.pick(varied, axis, value);
            expect(choice.picks.get(axis.name)).to.equal(value);
            expect(choice.possible).not.to.be.empty;
            if (choice.missing.length === 0) expect(choice.possible).to.have.length(1);
          }
        },
      ),
    );
  });
});
