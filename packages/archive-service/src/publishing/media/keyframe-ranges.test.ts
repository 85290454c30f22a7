import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keyframeRanges } from './keyframe-ranges.ts';
import type { SegmentScan } from './scan-segment.ts';

const SECOND = 90_000;

/** A file of `seconds`, 1000 bytes a second, with cuts at the given seconds. */
function scanned(seconds: number, cuts: readonly number[]): SegmentScan {
  return {
    bytes: seconds * 1000,
    start: 0,
    firstPicture: 0,
    end: seconds * SECOND,
    // The sound comes 100 ticks after the pictures.
    cuts: cuts.map((at) => ({
      offset: at * 1000,
      start: at * SECOND,
      picture: at * SECOND,
      end: at * SECOND + 100,
    })),
  };
}

const spans = (...offsets: readonly number[]): { offset: number; length: number }[] =>
  offsets.slice(0, -1).map((offset, index) => ({ offset, length: (offsets[index + 1] ?? 0) - offset }));

it('serves the recording’s own ranges where each begins at a real cut', () => {
  const ranges = keyframeRanges(scanned(10, [0, 2, 4, 6, 8]), spans(0, 4000, 8000, 10_000));
  assert.deepEqual(
    ranges.map(({ offset, length, start }) => [offset, length, start]),
    [
      [0, 4000, 0],
      [4000, 4000, 4 * SECOND],
      [8000, 2000, 8 * SECOND],
    ],
  );
});

it('finds ranges by itself where the recording’s own do not begin at cuts, overlap, or leave something out', () => {
  const found = [0, 2000, 4000, 6000, 8000];
  for (const own of [
    [],
    spans(0, 3000, 10_000),
    spans(0, 4000, 9000),
    spans(2000, 10_000),
    [{ offset: 0, length: 99_999 }],
  ]) {
    assert.deepEqual(
      keyframeRanges(scanned(10, [0, 2, 4, 6, 8]), own).map(({ offset }) => offset),
      found,
    );
  }
});

it('tells where each range ends, were something else to follow it', () => {
  const ranges = keyframeRanges(scanned(4, [0, 2]), []);
  assert.deepEqual(
    ranges.map(({ picture, end }) => [picture, end]),
    [
      [0, 2 * SECOND + 100],
      [2 * SECOND, 4 * SECOND],
    ],
  );
});

it('makes no range shorter than a second, nor leaves such a rest', () => {
  const everyQuarter = Array.from({ length: 14 }, (_, index) => index / 4);
  assert.deepEqual(
    keyframeRanges(scanned(3.5, everyQuarter), []).map(({ offset }) => offset),
    [0, 1000, 2000],
  );
});

it('covers the whole file, whatever is found', () => {
  for (const cuts of [[], [0], [0, 5], [3, 5], [0, 0.5, 9.9]]) {
    const ranges = keyframeRanges(scanned(10, cuts), []);
    assert.equal(ranges[0]?.offset, 0);
    assert.equal(
      ranges.reduce((sum, { length }) => sum + length, 0),
      10_000,
    );
  }
});

it('serves a file whole where its first picture is no cut', () => {
  assert.deepEqual(keyframeRanges(scanned(10, [2, 4]), spans(0, 2000, 10_000)), [
    { offset: 0, length: 10_000, start: 0, picture: 0, end: 10 * SECOND },
  ]);
});
