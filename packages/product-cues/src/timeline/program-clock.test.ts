import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mediaTimeAt, programTimeAt } from './program-clock.ts';

const START = 1_772_698_029_250;
/** Ten seconds, an interruption of a minute, then the rest. */
const INTERRUPTED = [
  { time: 0, programTime: START },
  { time: 10, programTime: START + 70_000 },
];

describe('programTimeAt', () => {
  it('runs with media time from each entry on', () => {
    assert.equal(programTimeAt(INTERRUPTED, 0), START);
    assert.equal(programTimeAt(INTERRUPTED, 9.5), START + 9500);
    assert.equal(programTimeAt(INTERRUPTED, 10), START + 70_000);
    assert.equal(programTimeAt(INTERRUPTED, 12), START + 72_000);
  });

  it('is unknown before the first entry and without one', () => {
    assert.equal(programTimeAt([{ time: 5, programTime: START }], 4.9), undefined);
    assert.equal(programTimeAt([], 0), undefined);
    assert.equal(programTimeAt(INTERRUPTED, NaN), undefined);
  });
});

describe('mediaTimeAt', () => {
  it('finds the stretch that holds the program time', () => {
    assert.equal(mediaTimeAt(INTERRUPTED, START), 0);
    assert.equal(mediaTimeAt(INTERRUPTED, START + 9500), 9.5);
    assert.equal(mediaTimeAt(INTERRUPTED, START + 70_000), 10);
    assert.equal(mediaTimeAt(INTERRUPTED, START + 3_600_000), 3540);
  });

  it('gives the next picture for a program time at which nothing was recorded', () => {
    assert.equal(mediaTimeAt(INTERRUPTED, START + 10_000), 10);
    assert.equal(mediaTimeAt(INTERRUPTED, START + 40_000), 10);
  });

  it('gives the first of two pictures where the clock was set back', () => {
    const setBack = [
      { time: 0, programTime: START },
      { time: 10, programTime: START + 5000 },
    ];
    assert.equal(mediaTimeAt(setBack, START + 6000), 6);
    assert.equal(mediaTimeAt(setBack, START + 11_000), 16);
  });

  it('is unknown before the first entry and without one', () => {
    assert.equal(mediaTimeAt(INTERRUPTED, START - 1), undefined);
    assert.equal(mediaTimeAt([], START), undefined);
    assert.equal(mediaTimeAt(INTERRUPTED, NaN), undefined);
  });

  it('undoes programTimeAt on any recording whose clock never runs backwards', () => {
    const stretch = fc.record({ seconds: fc.integer({ min: 1, max: 600 }), gap: fc.nat(600_000) });
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), fc.nat(3_000_000), (stretches, ms) => {
        let [time, programTime] = [0, START];
        const clock = stretches.map(({ seconds, gap }) => {
          const entry = { time, programTime };
          time += seconds;
          programTime += seconds * 1000 + gap;
          return entry;
        });
        const there = programTimeAt(clock, ms / 1000);
        assert.ok(there !== undefined);
        const back = mediaTimeAt(clock, there);
        assert.ok(back !== undefined && Math.abs(back - ms / 1000) < 1e-6);
      }),
    );
  });
});
