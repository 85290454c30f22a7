import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { thumbnailTimes } from './thumbnail-times.ts';

/** How many thumbnails IVS takes of a recording: one at the beginning and one for each interval, as long as there is a keyframe to take it from. */
function countOf(duration: number, interval: number, keyframes = 2): number {
  let count = 0;
  while (Math.ceil((count * interval) / keyframes) * keyframes < duration) count += 1;
  return count;
}

describe('thumbnailTimes', () => {
  it('finds the interval of a recording that is long enough for it, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 40_000, noNaN: true }),
        fc.constantFrom(1, 2),
        (interval, more, keyframes) => {
          // From here on, no other whole number of seconds gives as many.
          const duration = interval * (interval + 3) + more;
          assert.equal(thumbnailTimes(countOf(duration, interval, keyframes), duration).interval, interval);
        },
      ),
    );
  });

  it('takes the likeliest interval of a short one', () => {
    const of = (duration: number, interval: number): number =>
      thumbnailTimes(countOf(duration, interval), duration).interval;
    for (const [duration, interval] of [
      [65, 60],
      [45, 30],
      [24, 10],
      [20.02, 10],
      [12.5, 10],
      [7, 5],
      [4.5, 1],
    ] as const)
      assert.equal(of(duration, interval), interval, `${String(duration)} s`);
  });

  it('spreads evenly what no whole number of seconds explains, such as a thumbnail for each keyframe of 29.97 pictures a second', () => {
    const duration = 5400;
    const keyframe = 2.002;
    const count = countOf(duration, keyframe, 0.001);
    const { interval, window } = thumbnailTimes(count, duration);
    for (const number of [0, 1, 900, count - 1]) {
      assert.ok(Math.abs(number * interval - number * keyframe) < keyframe);
      const { from, to } = window(number);
      assert.ok(from <= number * keyframe && number * keyframe <= to);
    }
  });

  it('gives every thumbnail a place inside of the recording, in their order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30_000 }),
        fc.double({ min: 0.01, max: 200_000, noNaN: true }),
        (count, duration) => {
          const { interval, window } = thumbnailTimes(count, duration);
          assert.ok(interval > 0);
          assert.ok(count === 1 || (count - 1) * interval < duration);
          const { from, to } = window(count - 1);
          assert.ok(from <= (count - 1) * interval && (count - 1) * interval <= to);
        },
      ),
    );
  });
});
