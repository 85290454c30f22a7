import { programTimeAt, stateAt } from '@vitrine/product-cues';
import type { ProductCue } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NO_EDITS } from '../../database/documents.ts';
import type { Edits, Position } from '../../database/documents.ts';
import { ServiceError } from '../../errors.ts';
import { PICTURE_TICKS, SILENT, timelineOf } from '../../test/scanned-recordings.ts';
import type { MadeRecording } from '../../test/scanned-recordings.ts';
import { archiveLayout } from '../archive-layout.ts';
import { extractCues } from '../steps/extract-cues.ts';
import { assemble } from './assemble.ts';
import type { AssembledReplay } from './assemble.ts';

const BEGIN = Date.UTC(2026, 2, 5, 7, 8, 9, 200);
const PICTURE_MS = 100 / 3;
const LAYOUT = archiveLayout('ev-1', 1);

/** A show as it was on the air: cues at program times, in steps of 100 ms; and what was recorded of it. */
interface Aired {
  readonly recordings: readonly MadeRecording[];
  /** In order; `n` rises. */
  readonly cues: readonly { readonly programTime: number; readonly cue: ProductCue }[];
}

const heights = fc.constantFrom([720], [720, 360], [1080, 720, 360]);

/** Recordings of which each begins a while before or after the last one's end, and carries what was on the air, repeated every five seconds. */
const aired: fc.Arbitrary<Aired> = fc
  .record({
    recordings: fc.array(
      fc.record({
        gap: fc.integer({ min: -150, max: 100 }),
        runs: fc.array(
          fc.record({
            tenths: fc.integer({ min: 1, max: 250 }),
            gap: fc.integer({ min: 1, max: 80 }),
            pts: fc.nat(2 ** 33 - 1),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        heights,
        gop: fc.constantFrom(30, 60),
        reorder: fc.constantFrom(0, 3000, 6000),
        soundShift: fc.integer({ min: -2500, max: 2500 }),
        wholeFiles: fc.constantFrom([], [0], [1]),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    cues: fc.uniqueArray(fc.integer({ min: -50, max: 900 }), { maxLength: 12 }),
  })
  .map(({ recordings, cues }) => {
    let [last, end] = [BEGIN, BEGIN];
    const ends = new Set<number>();
    const placed = recordings.map(({ gap, runs, ...made }, index) => {
      // In the order of their start.
      let begin = index === 0 ? BEGIN : Math.max(last + 100, end + gap * 100);
      last = begin;
      const laid = runs.map((run) => {
        const programTime = begin;
        end = programTime + run.tenths * 100;
        ends.add(end);
        begin = end + run.gap * 100;
        return { pictures: run.tenths * 3, pts: run.pts, programTime };
      });
      return { id: index + 1, ...made, runs: laid };
    });
    const sent = cues
      .map((at) => BEGIN + at * 100)
      // Whether that moment was on the air is a matter of rounding.
      .filter((programTime) => !ends.has(programTime))
      .sort((a, b) => a - b)
      .map((programTime, n) => ({ programTime, cue: { n, show: [`p${String(n)}`] } }));
    return { recordings: placed.map((made) => onAir(made, sent)), cues: sent };
  });

function onAir(made: MadeRecording, cues: Aired['cues']): MadeRecording {
  const runs = made.runs.map((run) => ({
    ...run,
    cues: Array.from({ length: run.pictures }, (_, picture) => picture).flatMap((picture) => {
      const time = timeOf(run.programTime ?? 0, picture);
      const current = cues.findLast(({ programTime }) => programTime <= time);
      const isRepeat = picture > 0 && picture % 150 === 0;
      return current && (isRepeat || current.programTime === time) ? [{ picture, cue: current.cue }] : [];
    }),
  }));
  return { ...made, runs };
}

const timeOf = (begin: number, picture: number): number =>
  Math.round((begin + picture * PICTURE_MS) * 1000) / 1000;

const position: fc.Arbitrary<Position> = fc.record({
  recording: fc.constantFrom(1, 1, 1, 2, 3, 99),
  time: fc.double({ min: 0, max: 60, noNaN: true }),
});
const edits: fc.Arbitrary<Edits> = fc.record(
  {
    start: position,
    end: position,
    cuts: fc.array(
      fc
        .record({ from: position, seconds: fc.double({ min: 0, max: 15, noNaN: true }) })
        .map(({ from, seconds }) => ({ from, to: { ...from, time: from.time + seconds } })),
      { maxLength: 3 },
    ),
    cues: fc.constant([]),
  },
  { requiredKeys: ['cuts', 'cues'] },
);

/** A picture that a player shows, with its time there in seconds. */
interface Shown {
  readonly recording: number;
  readonly run: number;
  readonly picture: number;
  readonly time: number;
}

/**
 * Plays a rendition by its playlist as players do: what a range begins with is put at the playlist's time where a discontinuity says so, and all else goes by time
 * stamps from there. The bytes of these recordings say which pictures they are.
 */
function play(
  { assembly }: AssembledReplay,
  recordings: readonly MadeRecording[],
  rendition: number,
): readonly Shown[] {
  const shown: Shown[] = [];
  let piece = -1;
  let shift = 0;
  for (const range of assembly.rangesFrom(rendition, 0)) {
    const made = recordings[range.recording] ?? assert.fail();
    const [, height, file] = /\/(\d+)p\/(\d+)\.ts$/.exec(range.key) ?? assert.fail();
    const { run, first } = fileOf(made, Number(file));
    const begin = first + range.offset / Number(height);
    const { pts = 0 } = made.runs[run] ?? assert.fail();
    const start = pts + begin * PICTURE_TICKS + Math.min(-(made.reorder ?? 0), made.soundShift ?? 0);
    if (range.piece !== piece) shift = range.start - start / 90_000;
    // Playlist and time stamps agree to well under a millisecond, wherever one enters.
    else assert.ok(Math.abs(start / 90_000 + shift - range.start) < 1e-4);
    piece = range.piece;
    for (let picture = begin; picture < begin + range.length / Number(height); picture += 1) {
      const time = (pts + picture * PICTURE_TICKS) / 90_000 + shift;
      shown.push({ recording: range.recording, run, picture, time });
    }
  }
  return shown;
}

/** Which run a file is of, and its first picture there. */
function fileOf({ runs, filePictures = 300 }: MadeRecording, file: number): { run: number; first: number } {
  let before = 0;
  for (const [run, { pictures }] of runs.entries()) {
    const files = Math.ceil(pictures / filePictures);
    if (file < before + files) return { run, first: (file - before) * filePictures };
    before += files;
  }
  return assert.fail('no such file');
}

function assembled({ recordings }: Aired, wished: Edits): AssembledReplay | undefined {
  try {
    return assemble(
      recordings.map((made) => timelineOf(made)),
      wished,
      LAYOUT,
      SILENT,
    );
  } catch (error) {
    assert.ok(error instanceof ServiceError && error.code === 'EDIT_INVALID');
    assert.notDeepEqual(wished, NO_EDITS);
    return undefined;
  }
}

const programTimeOf = ({ recordings }: Aired, { recording, run, picture }: Shown): number =>
  timeOf(recordings[recording]?.runs[run]?.programTime ?? NaN, picture);

const publicationOf = ({ cues }: Aired, wished: Edits, replayOffers = false) => ({
  highlights: cues.map(({ programTime, cue }) => ({ cue, sentAt: programTime, inBand: true })),
  replayOffers,
  edits: wished,
});

describe('assemble', () => {
  it('shows with each picture what was on the air with it, and maps it to its program time', () => {
    fc.assert(
      fc.property(aired, edits, (show, wished) => {
        const result = assembled(show, wished);
        if (!result) return;
        const timeline = extractCues(publicationOf(show, wished), result, SILENT);
        for (const picture of play(result, show.recordings, 0)) {
          // Times of one picture are rounded to the microsecond on several ways; players of cues forgive milliseconds.
          const time = picture.time + 5e-6;
          const programTime = programTimeOf(show, picture);
          const expected = show.cues.findLast((one) => one.programTime <= programTime)?.cue.n;
          assert.equal(stateAt(timeline, time).n, expected);
          const told = programTimeAt(timeline.clock, time) ?? NaN;
          assert.ok(Math.abs(told - programTime) < 0.51);
        }
        const numbers = timeline.cues.map(({ n }) => n);
        assert.equal(new Set(numbers).size, numbers.length);
      }),
      { numRuns: 300 },
    );
  });

  it('shows the same pictures in every rendition, each once and in order, and lets durations add up', () => {
    fc.assert(
      fc.property(aired, edits, (show, wished) => {
        const result = assembled(show, wished);
        if (!result) return;
        const { assembly } = result;
        const pictures = assembly.renditions.map((_, index) =>
          play(result, show.recordings, index).map(({ recording, run, picture }) =>
            [recording, run, picture].join(),
          ),
        );
        const [best = []] = pictures;
        assert.equal(new Set(best).size, best.length);
        for (const others of pictures) assert.deepEqual(others, best);
        for (const index of assembly.renditions.keys()) {
          let end = 0;
          for (const range of assembly.rangesFrom(index, 0)) {
            assert.equal(range.start, end);
            assert.ok(range.end > range.start);
            end = range.end;
          }
          assert.equal(end, assembly.duration);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nothing out that no edit and no overlap asks for', () => {
    fc.assert(
      fc.property(aired, (show) => {
        const result = assembled(show, NO_EDITS) ?? assert.fail();
        const { outline, duration } = result.assembly;
        assert.equal(outline.duration, duration);
        assert.deepEqual(outline.kept, [{ from: 0, to: duration }]);
        const seen = new Set(
          play(result, show.recordings, 0).map((shown) =>
            Math.round(programTimeOf(show, shown) / PICTURE_MS),
          ),
        );
        let before = -Infinity;
        for (const [recording, { runs }] of show.recordings.entries()) {
          // The later one goes on at its next keyframe, or at its next file.
          const mayMissUntil = before + 300 * PICTURE_MS;
          for (const [run, { pictures }] of runs.entries()) {
            for (let picture = 0; picture < pictures; picture += 1) {
              const time = programTimeOf(show, { recording, run, picture, time: 0 });
              const isSeen = seen.has(Math.round(time / PICTURE_MS));
              assert.ok(isSeen || time < mayMissUntil, `recording ${String(recording)}, ${String(time)}`);
            }
          }
          if ((runs[0]?.programTime ?? 0) >= before) assert.equal(outline.recordings[recording]?.from, 0);
          before = Math.max(
            before,
            ...runs.map(({ programTime = 0, pictures }) => timeOf(programTime, pictures)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
