import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { nextMark } from './chapter-keys.ts';
import { thinMarks } from './thin-marks.ts';

const times = fc
  .array(fc.double({ min: 0, max: 4000, noNaN: true }), { maxLength: 600 })
  .map((list) => list.sort((a, b) => a - b));

describe('thinMarks', () => {
  it('puts marks where they belong, in whole pixels', () => {
    expect(thinMarks([12.5, 50, 75.3], 100, 400)).to.deep.equal([50, 200, 301]);
  });

  it('needs none where the video begins and ends, or while nothing is known of it', () => {
    expect(thinMarks([0, 0.5, 99.5, 100], 100, 400)).to.deep.equal([]);
    expect(thinMarks([10, 20], Number.NaN, 400)).to.deep.equal([]);
    expect(thinMarks([10, 20], 100, 0)).to.deep.equal([]);
    expect(thinMarks([10, 20], Infinity, 400)).to.deep.equal([]);
  });

  it('never runs together, and leaves no time without a mark nearby', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 2000 }), (list, width) => {
        const places = thinMarks(list, 4000, width);
        for (const [index, place] of places.entries()) {
          expect(place - (places[index - 1] ?? 0)).to.be.at.least(6);
          expect(place).to.be.at.most(width - 6);
        }
        const edges = [0, ...places, width];
        for (const time of list) {
          const place = Math.round((time / 4000) * width);
          expect(edges.some((edge) => Math.abs(edge - place) <= 6)).to.equal(true);
        }
      }),
    );
  });
});

describe('nextMark', () => {
  const marks = [10, 20, 30];
  it('goes on to the next, and no further than the last', () => {
    expect([0, 10, 15, 30].map((now) => nextMark(marks, 'PageUp', now))).to.deep.equal([
      10,
      20,
      20,
      undefined,
    ]);
  });

  it('goes back to the beginning of this one, or to the one before where it has just begun', () => {
    expect([29, 22, 12, 5].map((now) => nextMark(marks, 'PageDown', now))).to.deep.equal([20, 10, 0, 0]);
  });
});
