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
