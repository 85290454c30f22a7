import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readLinkFragment } from './link-fragment.ts';

const timeOf = (hash: string): [number, number] | undefined => {
  const { time } = readLinkFragment(hash);
  return time && [time.start, time.end];
};

describe('readLinkFragment', () => {
  for (const [hash, start, end] of [
    ['#t=62', 62, Infinity],
    ['#t=12.5', 12.5, Infinity],
    ['#t=12.', 12, Infinity],
    ['#t=0', 0, Infinity],
    ['#t=5:02', 302, Infinity],
    ['#t=90:00', 5400, Infinity],
    ['#t=1:02:03', 3723, Infinity],
    ['#t=01:02:03.250', 3723.25, Infinity],
    ['#t=10,20', 10, 20],
    ['#t=,20', 0, 20],
    ['#t=npt:10,0:20', 10, 20],
    ['#t=1%3A02', 62, Infinity],
    ['#reviews&t=7&t=8', 8, Infinity],
  ] as const) {
    it(`reads ${hash}`, () => {
      expect(timeOf(hash)).to.deep.equal([start, end]);
      expect(readLinkFragment(hash).problems).to.deep.equal([]);
    });
  }

  for (const value of [
    '',
    'soon',
    '-1',
    '1e3',
    '1:60',
    '1:60:00',
    '1:2:3:4',
    '20,10',
    '10,10',
    '10,',
    '1,2,3',
    '5 ',
    'Infinity',
    '%',
    '%E0%A4%A',
    '٣',
  ]) {
    it(`takes t=${value} for no time, and names it`, () => {
      const { time, problems } = readLinkFragment(`#t=${value}`);
      expect(time).to.equal(undefined);
      expect(problems).to.have.length(1);
      expect(problems[0]).to.include(`#t=${value} should be seconds, or hours:minutes:seconds`);
    });
  }

  it('reads a product and a player, percent-encoded', () => {
    const { product, id } = readLinkFragment('#id=spring%20table&product=mug%26lamp%2Fblue+1');
    expect([product, id]).to.deep.equal(['mug&lamp/blue+1', 'spring table']);
    expect(readLinkFragment('#product=').problems[0]).to.include("a product's id");
    expect(readLinkFragment('#product=%').problems).to.have.length(1);
  });

  it('leaves to the page what is the page’s', () => {
    for (const hash of [
      '',
      '#',
      '#reviews',
      '#/shop?product=mug',
      '#T=5',
      '#tab=5',
      '#!t=5',
      '#id=%',
      '#a=b&c',
    ]) {
      const { id: _, ...rest } = readLinkFragment(hash);
      expect(rest, hash).to.deep.equal({ time: undefined, product: undefined, problems: [] });
    }
  });

  it('reads back any product and any time', () => {
    const seconds = fc.integer({ min: 0, max: 35_999 });
    const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(seconds, id, (time, product) => {
        const clock = new Date(time * 1000).toISOString().slice(12, 19);
        const link = readLinkFragment(`#product=${encodeURIComponent(product)}&t=${clock}`);
        expect([link.product, link.time?.start]).to.deep.equal([product, time]);
      }),
    );
  });

  it('takes anything: a stretch of time, or none', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        't=',
        'product=',
        'id=',
        '&',
        '#',
        ',',
        ':',
        '1',
        '99999',
        '.',
        'npt:',
        '%',
        '%00',
        '-',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const { time, product, problems } = readLinkFragment(`#${pieces.join('')}`);
        if (time) expect(time.start >= 0 && time.start < Infinity && time.start < time.end).to.equal(true);
        expect(product).not.to.equal('');
        expect(problems.length).to.be.at.most(2);
      }),
      { numRuns: 2000 },
    );
  });

  it('repeats little of what is long', () => {
    const { problems } = readLinkFragment(`#t=${'9'.repeat(1_000_000)}`);
    expect(problems[0]?.length).to.be.lessThan(300);
  });
});
