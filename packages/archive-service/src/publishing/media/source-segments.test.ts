import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SourceSegments } from './source-segments.ts';

const MANY = 20_000;

function files(): SourceSegments {
  const segments = new SourceSegments();
  for (let index = 0; index < MANY; index += 1) segments.push(`${String(index)}.ts`, false, undefined);
  return segments;
}

const rangesOf = (segments: SourceSegments, index: number) =>
  segments.rangesAt(index).map(({ offset, length }) => [offset, length]);

it('gives each file its ranges, and none where they do not follow each other', () => {
  const segments = files();
  segments.pushRange('0.ts', { offset: 0, length: 10 }, 1);
  segments.pushRange('0.ts', { offset: 10, length: 20 }, 1);
  segments.pushRange('2.ts', { offset: 5, length: 20 }, 1);
  segments.pushRange(`${String(MANY - 1)}.ts`, { offset: 0, length: 30 }, 1);
  assert.deepEqual(
    [0, 1, 2, MANY - 1].map((index) => rangesOf(segments, index)),
    [
      [
        [0, 10],
        [10, 20],
      ],
      [],
      [],
      [[0, 30]],
    ],
  );
});

it('looks for a file that is none once, however many ranges there are of such', (t) => {
  const segments = files();
  segments.pushRange('0.ts', { offset: 0, length: 10 }, 1);
  let asked = 0;
  const { keyAt } = segments;
  t.mock.method(segments, 'keyAt', (index: number) => {
    asked += 1;
    return keyAt.call(segments, index);
  });
  for (let index = 0; index < 100; index += 1)
    segments.pushRange(`none-${String(index)}.ts`, { offset: 0, length: 10 }, 1);
  assert.ok(asked <= 2 * MANY, String(asked));
  // What comes after is found in the files, as where there is no such playlist.
  segments.pushRange('1.ts', { offset: 0, length: 10 }, 1);
  assert.deepEqual([rangesOf(segments, 0), rangesOf(segments, 1)], [[[0, 10]], []]);
});

it('gives each file its own ranges back, and its time where one was told', () => {
  const segments = new SourceSegments();
  for (let index = 0; index < 1200; index += 1)
    segments.push(`hls/${String(index)}.ts`, index === 700, index % 600 === 0 ? 1e12 + index : undefined);
  for (let index = 0; index < 1200; index += 1) {
    segments.pushRange(`hls/${String(index)}.ts`, { offset: 0, length: 500 + index }, 2.002);
    segments.pushRange(`hls/${String(index)}.ts`, { offset: 500 + index, length: 7 }, 0.5);
  }
  assert.equal(segments.length, 1200);
  for (const index of [0, 1, 511, 512, 600, 700, 1199]) {
    const segment = segments.at(index);
    assert.equal(segment?.key, `hls/${String(index)}.ts`);
    assert.equal(segment.discontinuity, index === 700);
    assert.equal(segment.programTime, index % 600 === 0 ? 1e12 + index : undefined);
    assert.deepEqual(segment.ownRanges, [
      { offset: 0, length: 500 + index, duration: 2.002 },
      { offset: 500 + index, length: 7, duration: 0.5 },
    ]);
  }
});

it('does not know how long a range is that lasts longer than a minute', () => {
  const segments = new SourceSegments();
  segments.push('hls/0.ts', false, undefined);
  segments.pushRange('hls/0.ts', { offset: 0, length: 9 }, 65.5);
  segments.pushRange('hls/0.ts', { offset: 9, length: 9 }, 3600);
  assert.deepEqual(
    segments.at(0)?.ownRanges.map(({ duration }) => duration),
    [65.5, NaN],
  );
});
