import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';
import { loadClip } from './clip.ts';
import { gopOfFrame, pictureAt, positionInTake, segmentSpan } from './take.ts';

const clip = await loadClip(SAMPLE_CLIP);
const takes = fc.record({
  startedAt: fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }),
  firstGop: fc.integer({ min: 0, max: clip.keyframes.length - 1 }),
  loop: fc.integer({ min: 0, max: 5 }),
  timestampOffset: fc.integer({ min: -8_640_000, max: 2 ** 33 }),
});

test('a picture is found again at its own program time', () => {
  fc.assert(
    fc.property(takes, fc.integer({ min: 0, max: 400_000 }), (take, picture) => {
      assert.equal(pictureAt(clip, take, positionInTake(clip, take, picture).programTime), picture);
    }),
  );
});

test('a time between two pictures means the later one', () => {
  fc.assert(
    fc.property(
      takes,
      fc.integer({ min: 0, max: 400_000 }),
      fc.double({ min: 0.5, max: 32, noNaN: true }),
      (take, picture, ms) => {
        assert.equal(
          pictureAt(clip, take, positionInTake(clip, take, picture).programTime + ms),
          picture + 1,
        );
      },
    ),
  );
});

test('segments follow each other without a gap, each from a keyframe, and break where the clip starts over', () => {
  fc.assert(
    fc.property(takes, fc.integer({ min: 0, max: 500 }), (take, index) => {
      const span = segmentSpan(clip, take, index);
      const next = segmentSpan(clip, take, index + 1);
      assert.equal(span.firstPicture + span.pictures, next.firstPicture);
      const { frame, loop } = positionInTake(clip, take, next.firstPicture);
      assert.ok(clip.keyframes.includes(frame));
      assert.equal(next.wraps, frame === 0);
      assert.equal(loop > positionInTake(clip, take, span.firstPicture).loop, next.wraps);
    }),
  );
});

test('timestamps stay within 33 bits, program time runs on', () => {
  fc.assert(
    fc.property(takes, fc.integer({ min: 0, max: 400_000 }), (take, picture) => {
      const here = positionInTake(clip, take, picture);
      const next = positionInTake(clip, take, picture + 1);
      assert.ok(Number.isInteger(here.pts) && here.pts >= 0 && here.pts < 2 ** 33);
      assert.ok(Math.abs(next.programTime - here.programTime - 1000 / 30) < 0.01);
    }),
  );
});

test('a picture outside of the clip is refused by number', () => {
  assert.equal(gopOfFrame(clip, 119), 1);
  assert.throws(
    () => gopOfFrame(clip, 2880),
    /fromFrame is 2880; it must be a picture of the clip, 0 to 2879/,
  );
});
