import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { layOut } from './media-time.ts';
import type { TimedSegment } from './media-time.ts';

const TEN = 900_000;
const WRAP = 2 ** 33;

const segment = (start: number, end: number, discontinuity = false): TimedSegment => ({
  scan: { start, end },
  discontinuity,
});
const starts = (segments: readonly TimedSegment[], laid: ReturnType<typeof layOut>): number[] =>
  segments.map(({ scan }, index) => scan.start + (laid?.segments.at(index)?.shift ?? NaN));

describe('layOut', () => {
  it('goes by time stamps inside a run, over small holes too', () => {
    const segments = [segment(126_000, 126_000 + TEN), segment(127_000 + TEN, 126_000 + 2 * TEN)];
    const laid = layOut(segments);
    assert.deepEqual(starts(segments, laid), [0, TEN + 1000]);
    assert.equal(laid?.end, 2 * TEN);
    assert.deepEqual(laid.runs, [{ start: 0, origin: 126_000 }]);
  });

  it('lets a run begin where the one before ends: at a discontinuity, and at a jump that nobody announced', () => {
    for (const announced of [true, false]) {
      const segments = [segment(126_000, 126_000 + TEN), segment(5000, 5000 + TEN, announced)];
      const laid = layOut(segments);
      assert.deepEqual(starts(segments, laid), [0, TEN]);
      assert.deepEqual(
        laid?.runs.map(({ start }) => start),
        [0, TEN],
      );
    }
  });

  it('does not take a new beginning of the 33 bits for a jump', () => {
    const begin = WRAP - TEN;
    const segments = [segment(begin, begin + TEN), segment(0, TEN), segment(TEN, 2 * TEN)];
    const laid = layOut(segments);
    assert.deepEqual(starts(segments, laid), [0, TEN, 2 * TEN]);
    assert.equal(laid?.runs.length, 1);
  });

  it('lays another rendition on the same timeline, with the milliseconds by which it begins later', () => {
    const best = layOut([segment(90_000, 90_000 + TEN), segment(0, TEN, true)]);
    const other = [segment(90_900, 90_000 + TEN), segment(900, TEN, true)];
    const laid = layOut(other, best);
    assert.deepEqual(starts(other, laid), [900, TEN + 900]);
    assert.deepEqual(laid?.runs, best?.runs);
  });

  it('lays a rendition of another encoder by its own time stamps', () => {
    const best = layOut([segment(90_000, 90_000 + TEN)]);
    const other = [segment(5_000_000, 5_000_000 + TEN)];
    assert.deepEqual(starts(other, layOut(other, best)), [0]);
  });

  it('refuses a rendition with other discontinuities', () => {
    const best = layOut([segment(0, TEN), segment(0, TEN, true)]);
    assert.equal(layOut([segment(0, TEN), segment(TEN, 2 * TEN)], best), undefined);
    assert.equal(layOut([segment(0, TEN), segment(0, TEN, true), segment(0, TEN, true)], best), undefined);
  });

  it('never overlaps and leaves no hole between runs, whatever the time stamps', () => {
    const anySegment = fc.record({
      start: fc.nat(WRAP - 1),
      length: fc.integer({ min: 3000, max: TEN }),
      discontinuity: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anySegment, { minLength: 1, maxLength: 20 }), (list) => {
        const segments = list.map(({ start, length, discontinuity }) =>
          segment(start, start + length, discontinuity),
        );
        const laid = layOut(segments);
        assert.ok(laid);
        let end = 0;
        let run = -1;
        for (const [index, start] of starts(segments, laid).entries()) {
          const place = laid.segments.at(index);
          assert.ok(place);
          if (place.run !== run) assert.equal(start, end);
          else assert.ok(Math.abs(start - end) <= 45_000);
          run = place.run;
          end = start + (list[index]?.length ?? 0);
        }
        assert.equal(laid.end, end);
      }),
    );
  });
});
