import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Outline } from '../../database/documents.ts';
import { ServiceError } from '../../errors.ts';
import { checkEditWish } from './check-edit-wish.ts';
import { toEdits, toWish, type EditWish } from './edit-wish.ts';
import { landEdits } from './land-edits.ts';

/** Two recordings, of which the second began while the first still ran; a keyframe every two seconds. */
const OUTLINE: Outline = {
  duration: 100,
  recordings: [
    { id: 7, start: 0, duration: 60, from: 0 },
    { id: 9, start: 60, duration: 0, from: 30 },
    { id: 8, start: 60, duration: 40, from: 12.5 },
  ],
  keyframes: Array.from({ length: 50 }, (_, index) => index * 2),
  kept: [{ from: 0, to: 100 }],
};

const PLAIN = { noNullPrototype: true };
const time = fc.integer({ min: 0, max: 100_000 }).map((ms) => ms / 1000);
const wishes: fc.Arbitrary<EditWish> = fc
  .record({
    start: fc.option(time, { nil: undefined }),
    end: fc.option(time, { nil: undefined }),
    cuts: fc.array(fc.record({ from: time, to: time }, PLAIN), { maxLength: 4 }),
    cues: fc.uniqueArray(fc.record({ n: fc.integer({ min: 1, max: 9 }), time }, PLAIN), {
      selector: ({ n }) => n,
    }),
  })
  .map(({ start, end, ...rest }) => ({
    ...rest,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  }));

it('keeps each time as a place in a recording, and gives the same time back', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const edits = toEdits(wish, OUTLINE);
      assert.deepEqual(toWish(edits, OUTLINE), wish);
      for (const { at } of edits.cues) assert.ok(at.recording !== 9, 'of which nothing is shown');
    }),
  );
  assert.deepEqual(toEdits({ poster: 61 }, OUTLINE).poster, { recording: 8, time: 13.5 });
  assert.deepEqual(toEdits({ end: 100 }, OUTLINE).end, { recording: 8, time: 52.5 });
});

it('leaves what was wished to be kept, but for less than the distance of two keyframes at each end', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      try {
        checkEditWish(wish, OUTLINE.duration);
      } catch (error) {
        return assert.ok(error instanceof ServiceError && error.code === 'EDIT_INVALID');
      }
      const { start = 0, end = OUTLINE.duration, cuts = [] } = wish;
      const isWished = (at: number): boolean =>
        at >= start && at < end && cuts.every(({ from, to }) => at < from || at >= to);
      let kept: readonly { readonly from: number; readonly to: number }[];
      try {
        const landed = landEdits(wish, OUTLINE);
        kept = landed.kept;
        const sum = kept.reduce((all, { from, to }) => all + to - from, 0);
        assert.ok(Math.abs(sum - landed.duration) < 1e-6);
      } catch (error) {
        assert.ok(error instanceof ServiceError && error.code === 'EDIT_INVALID');
        kept = [];
      }
      const isKept = (at: number): boolean => kept.some(({ from, to }) => at >= from && at < to);
      // A whole range from one keyframe to the next is wished or not by where its first picture is.
      for (const at of OUTLINE.keyframes) {
        const isWhole = [0, 0.5, 1, 1.5, 1.998].every((part) => isWished(at + part) === isWished(at));
        const isEdge = [start, end, ...cuts.flatMap(({ from, to }) => [from, to])].some(
          (edge) => edge > at - 0.002 && edge < at + 2,
        );
        if (isWhole && !isEdge) assert.equal(isKept(at), isWished(at), `${at} s`);
      }
      for (const { from, to } of kept)
        for (const edge of [from, to])
          assert.ok(OUTLINE.keyframes.includes(edge) || edge === OUTLINE.duration, `${edge} is no keyframe`);
    }),
  );
});
