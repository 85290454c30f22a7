import { stateAt, type TimedCue } from '@vitrine/product-cues';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cueAt } from '../../internal/web-vtt.ts';
import { product } from '../../test/fixtures.ts';
import { productStretches } from './product-stretches.ts';

const PRODUCTS = ['mug', 'lamp', 'vase'].map((id) => product(id));

function cue(time: number, ...show: string[]): TimedCue {
  return { time, n: time, show, origin: 'archive' };
}

describe('productStretches', () => {
  it('begins where the main product changes', () => {
    const cues = [cue(2, 'mug'), cue(5, 'mug', 'lamp'), cue(8, 'lamp', 'mug'), cue(12), cue(20, 'lamp')];
    expect(
      productStretches({ cues }, PRODUCTS).map(({ start, end, title }) => [start, end, title]),
    ).to.deep.equal([
      [2, 8, 'Product mug'],
      [8, 12, 'Product lamp'],
      [20, Infinity, 'Product lamp'],
    ]);
  });

  it('names at each moment what the overlay shows first', () => {
    const timed = fc
      .uniqueArray(
        fc.record({
          time: fc.nat(1000),
          show: fc.uniqueArray(fc.constantFrom('mug', 'lamp', 'vase', 'gone'), { maxLength: 3 }),
        }),
        { selector: ({ time }) => time, maxLength: 20 },
      )
      .map((list) => list.sort((a, b) => a.time - b.time).map(({ time, show }) => cue(time, ...show)));
    fc.assert(
      fc.property(timed, fc.nat(1100), (cues, time) => {
        const shown = stateAt({ cues, clock: [] }, time).show.find((id) => id !== 'gone');
        const stretches = productStretches({ cues }, PRODUCTS);
        expect(cueAt(stretches, time)?.title).to.equal(shown && `Product ${shown}`);
      }),
    );
  });
});
