import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readVtt } from '../../test/read-vtt.ts';
import type { AssembledPiece } from '../assembly/assembly.ts';
import { choosePoster } from './choose-poster.ts';
import { placeThumbnails } from './place-thumbnails.ts';
import type { PlacedThumbnail } from './place-thumbnails.ts';
import { thumbnailsVtt } from './thumbnails-vtt.ts';

/** What is kept of a recording, in seconds of it. */
type Kept = readonly (readonly [from: number, to: number])[];

/** An archive of recordings, one after the other. */
function timingOf(recordings: readonly Kept[]) {
  const pieces: AssembledPiece[] = [];
  let end = 0;
  for (const [recording, kept] of recordings.entries()) {
    for (const [from, to] of kept) {
      pieces.push({ recording, start: end, end: end + to - from, from, programTime: undefined });
      end += to - from;
    }
  }
  const archiveTimeOf = (recording: number, seconds: number): number | undefined => {
    const piece = pieces.find(
      (one) => one.recording === recording && seconds >= one.from && seconds < one.from + one.end - one.start,
    );
    return piece && piece.start + seconds - piece.from;
  };
  return { pieces, duration: end, archiveTimeOf };
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

function listed(recordings: readonly { kept: Kept; numbers: readonly number[]; duration: number }[]) {
  const timing = timingOf(recordings.map(({ kept }) => kept));
  const placed = recordings.flatMap(({ numbers, duration }, index) =>
    placeThumbnails(index, numbers, duration, timing),
  );
  const urlOf = ({ recording, number }: PlacedThumbnail): string =>
    `${String(recording)}-${String(number)}.jpg`;
  return { timing, placed, cues: readVtt(thumbnailsVtt(placed, urlOf, timing)) };
}

const texts = (cues: ReturnType<typeof listed>['cues']) =>
  cues.map(({ start, end, text }) => [start, end, text]);

describe('thumbnails.vtt', () => {
  it('has the thumbnails of a whole recording at their times', () => {
    const { cues } = listed([{ kept: [[0, 35]], numbers: upTo(4), duration: 35 }]);
    assert.deepEqual(texts(cues), [
      [0, 10, '0-0.jpg'],
      [10, 20, '0-1.jpg'],
      [20, 30, '0-2.jpg'],
      [30, 35, '0-3.jpg'],
    ]);
  });

  it('follows several recordings, lets the neighbour stand for one that is missing, and the next piece’s first for its beginning', () => {
    const { cues } = listed([
      { kept: [[0, 35]], numbers: [0, 1, 3], duration: 35 },
      { kept: [[4, 25]], numbers: [0, 1, 2], duration: 25 },
    ]);
    assert.deepEqual(texts(cues), [
      [0, 10, '0-0.jpg'],
      [10, 30, '0-1.jpg'],
      [30, 35, '0-3.jpg'],
      // Its thumbnail at 0 lay in an overlap.
      [35, 51, '1-1.jpg'],
      [51, 56, '1-2.jpg'],
    ]);
  });

  it('leaves out what was cut out, and what might show a moment of it', () => {
    const kept = [
      [5, 19],
      [30, 41],
      [50, 65],
    ] as const;
    const { cues } = listed([{ kept, numbers: upTo(7), duration: 65 }]);
    assert.deepEqual(texts(cues), [
      [0, 14, '0-1.jpg'],
      // 40 may show 41.5, from a keyframe behind the cut; 50 cannot show anything before.
      [14, 25, '0-3.jpg'],
      [25, 35, '0-5.jpg'],
      [35, 40, '0-6.jpg'],
    ]);
  });

  it('goes on over a discontinuity at which nothing was cut', () => {
    const kept = [
      [0, 20.5],
      [20.5, 35],
    ] as const;
    const { cues } = listed([{ kept, numbers: upTo(4), duration: 35 }]);
    assert.deepEqual(
      cues.map(({ text }) => text),
      ['0-0.jpg', '0-1.jpg', '0-2.jpg', '0-3.jpg'],
    );
  });

  it('has no time without a picture, whatever is cut out or missing, and shows nothing that is not shown', () => {
    const recording = fc
      .record({
        interval: fc.integer({ min: 1, max: 60 }),
        seconds: fc.integer({ min: 1, max: 900 }),
        cuts: fc.uniqueArray(fc.nat(900_000), { maxLength: 8 }),
        present: fc.infiniteStream(fc.boolean()),
      })
      .map(({ interval, seconds, cuts, present }) => {
        const edges = cuts
          .map((ms) => ms / 1000)
          .filter((second) => second < seconds)
          .sort((a, b) => a - b);
        const kept: (readonly [number, number])[] = [];
        for (let index = 0; index + 1 < edges.length; index += 2)
          kept.push([edges[index] ?? 0, edges[index + 1] ?? 0]);
        if (kept.length === 0) kept.push([0, seconds]);
        const count = Math.ceil(seconds / interval);
        // The last one is there: with it, their number says how far apart they are.
        const numbers = upTo(count).filter((number) => number === count - 1 || present.next().value === true);
        return { kept, numbers, duration: seconds };
      });
    fc.assert(
      fc.property(fc.array(recording, { minLength: 1, maxLength: 3 }), (recordings) => {
        const { timing, placed, cues } = listed(recordings);
        for (const { recording: index, recordedAt } of placed) {
          const shown = recordings[index]?.kept.some(([from, to]) => recordedAt >= from && recordedAt < to);
          assert.ok(shown, `${String(recordedAt)} s was cut out`);
        }
        for (const [index, { start, end }] of cues.entries()) {
          assert.equal(start, cues[index - 1]?.end ?? 0);
          assert.ok(end > start);
        }
        if (placed.length > 0) assert.ok(Math.abs((cues.at(-1)?.end ?? 0) - timing.duration) < 0.001);
      }),
    );
  });
});

describe('choosePoster', () => {
  const { placed } = listed([
    { kept: [[0, 35]], numbers: upTo(4), duration: 35 },
    { kept: [[0, 25]], numbers: upTo(3), duration: 25 },
  ]);
  const recordings = [7, 9].map((id) => ({ id, bucket: 'shows', prefix: `recording-${String(id)}` }));
  const chapter = (start: number, end: number) => ({ start, end, product: MUG });
  const choose = (
    chosen: { recording: number; time: number } | undefined,
    chapters: Parameters<typeof choosePoster>[3],
  ) => {
    const found = choosePoster(placed, { recordings }, chosen, chapters);
    return found && [found.thumbnail.recording, found.thumbnail.number, found.isChosen];
  };

  it('takes the one nearest to the place that an editor chose', () => {
    assert.deepEqual(choose({ recording: 9, time: 16 }, [chapter(0, 5)]), [1, 2, true]);
    assert.deepEqual(choose({ recording: 7, time: 1000 }, []), [0, 3, true]);
  });

  it('else takes one that shows the first product, or is near to it', () => {
    assert.deepEqual(choose(undefined, [chapter(12, 40)]), [0, 2, false]);
    assert.deepEqual(choose(undefined, [chapter(12, 14)]), [0, 1, false]);
    assert.deepEqual(choose({ recording: 8, time: 1 }, [chapter(36, 50)]), [1, 1, false]);
    assert.equal(choose(undefined, []), undefined);
  });
});

const MUG = {
  id: 'mug',
  sku: 'mug',
  title: 'The mug',
  url: 'https://shop.example/mug',
  images: [],
  price: { amount: 1900, currency: 'EUR' },
  availability: 'in_stock',
} as const;
