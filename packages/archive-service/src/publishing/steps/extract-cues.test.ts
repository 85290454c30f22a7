import { stateAt } from '@vitrine/product-cues';
import type { ProductCue, Timeline } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_EDITS } from '../../database/documents.ts';
import type { Edits } from '../../database/documents.ts';
import { timelineOf } from '../../test/scanned-recordings.ts';
import type { MadeRecording, MadeRun } from '../../test/scanned-recordings.ts';
import { archiveLayout } from '../archive-layout.ts';
import { assemble } from '../assembly/assemble.ts';
import type { RecordedHighlight } from '../publication.ts';
import { extractCues } from './extract-cues.ts';

const BEGIN = Date.UTC(2026, 2, 5, 7, 8, 9, 250);

/** `[picture, n]` */
function run(
  seconds: number,
  programTime: number | undefined,
  ...cues: readonly (readonly [number, number])[]
): MadeRun {
  return {
    pictures: seconds * 30,
    ...(programTime !== undefined && { programTime }),
    cues: cues.map(([picture, n]) => ({ picture, cue: { n, show: [`p${String(n)}`] } })),
  };
}

/** Two runs of ten seconds; the second one begins a minute after the first one's end by the clock. */
const twoRuns = (
  first: readonly (readonly [number, number])[] = [],
  second: readonly (readonly [number, number])[] = [],
): MadeRecording => ({ runs: [run(10, BEGIN, ...first), run(10, BEGIN + 70_000, ...second)] });

const sent = (n: number, atSeconds: number, extra: Partial<ProductCue> = {}): RecordedHighlight => ({
  cue: { n, show: [`p${String(n)}`], ...extra },
  sentAt: BEGIN + atSeconds * 1000,
  inBand: true,
});

interface Wanted {
  readonly highlights?: readonly RecordedHighlight[];
  readonly replayOffers?: boolean;
  readonly edits?: Partial<Edits>;
}

function extract(
  recordings: readonly MadeRecording[],
  { highlights = [], replayOffers = false, edits = {} }: Wanted = {},
): { timeline: Timeline; times: (readonly [number, number])[]; warned: unknown[] } {
  const warned: unknown[] = [];
  const log = { info: () => undefined, warn: (facts: unknown) => void warned.push(facts) };
  const publication = { highlights, replayOffers, edits: { ...NO_EDITS, ...edits } };
  const timelines = recordings.map((made, index) => timelineOf({ id: index + 1, ...made }));
  const assembled = assemble(timelines, publication.edits, archiveLayout('ev-1', 1), log);
  const timeline = extractCues(publication, assembled, log);
  return { timeline, times: timeline.cues.map(({ n, time }) => [n, time] as const), warned };
}

describe('extractCues', () => {
  it('places cues of every run on the one timeline, each at its first time', () => {
    const made = twoRuns(
      [
        [120, 1],
        [270, 1],
      ],
      [
        [15, 1],
        [60, 2],
      ],
    );
    assert.deepEqual(extract([made]).times, [
      [1, 4],
      [2, 12],
    ]);
  });

  it('carries in what was on screen when the recording began, also where the stream only has its repeat', () => {
    const { timeline } = extract(
      [
        twoRuns([
          [90, 3],
          [180, 4],
        ]),
      ],
      {
        highlights: [sent(1, -60), sent(2, -30), sent(3, -5), sent(4, 5.8)],
      },
    );
    assert.deepEqual(stateAt(timeline, 0).show, ['p3']);
    assert.deepEqual(stateAt(timeline, 5.9).show, ['p3']);
    assert.deepEqual(stateAt(timeline, 6).show, ['p4']);
    assert.equal(timeline.cues.length, 2);
  });

  it('carries in what was sent while nothing was recorded, the newest alone', () => {
    const { times } = extract([twoRuns([[120, 1]], [[60, 3]])], {
      highlights: [sent(1, 4), sent(2, 30), sent(3, 50)],
    });
    assert.deepEqual(times, [
      [1, 4],
      [3, 10],
    ]);
  });

  it('carries nothing in where nobody knows when the recording began', () => {
    const made = { runs: [run(10, undefined, [120, 1]), run(10, BEGIN + 70_000, [60, 2])] };
    assert.deepEqual(extract([made], { highlights: [sent(1, 4)] }).times, [
      [1, 4],
      [2, 12],
    ]);
  });

  it('places what the stream lost by the clock, through discontinuities, and not beyond the end', () => {
    const highlights = [sent(1, 0.9), sent(2, 7.5), sent(3, 30), sent(4, 75), sent(5, 200)];
    assert.deepEqual(extract([twoRuns([[30, 1]])], { highlights }).times, [
      [1, 1],
      [2, 7.5],
      [3, 10],
      [4, 15],
    ]);
  });

  it('places by the record, and says so, what the stream has only as a repeat, within a run alone', () => {
    // Sent at 2 s, and first seen as its second repeat; at 2.5 s, and seen 3.5 s later; at 9 s, and seen after the gap.
    const made = twoRuns(
      [
        [180, 2],
        [210, 1],
      ],
      [[150, 3]],
    );
    const { times, warned } = extract([made], { highlights: [sent(1, 2), sent(2, 2.5), sent(3, 9)] });
    assert.deepEqual(times, [
      [1, 2],
      [2, 6],
      [3, 15],
    ]);
    assert.equal(warned.length, 1);
    assert.deepEqual(
      extract([made], { highlights: [sent(1, 8)] }).times[1],
      [1, 7],
      'later ones move nothing',
    );
  });

  it('lets the recording alone tell where there is no record', () => {
    assert.deepEqual(extract([twoRuns([[90, 3]])]).times, [[3, 3]]);
    assert.deepEqual(extract([twoRuns()]).times, []);
  });

  it('keeps offers only where the event wants them', () => {
    const highlights = [sent(1, 2, { set: { p1: { price: 900 } } })];
    assert.equal(extract([twoRuns()], { highlights }).timeline.cues[0]?.set, undefined);
    const { timeline } = extract([twoRuns()], { highlights, replayOffers: true });
    assert.equal(timeline.cues[0]?.set?.['p1']?.price, 900);
  });
});

describe('extractCues of several recordings', () => {
  const second = (...cues: readonly (readonly [number, number])[]): MadeRecording => ({
    runs: [run(10, BEGIN + 120_000, ...cues)],
  });

  it('takes a repeat in the second one for the cue of the first, and goes on with its state', () => {
    const { times, timeline } = extract([twoRuns([], [[60, 7]]), second([150, 7], [200, 8])]);
    assert.deepEqual(times, [
      [7, 12],
      [8, 20 + Math.floor((200 / 30) * 1e6) / 1e6],
    ]);
    assert.deepEqual(stateAt(timeline, 20).show, ['p7']);
  });

  it('finds a cue that only the left-out part of a later one carries at its moment in the earlier one', () => {
    const overlapping = { runs: [run(10, BEGIN + 76_000, [60, 9])] };
    const { times, timeline } = extract([twoRuns(), overlapping]);
    assert.deepEqual(times, [[9, 18]]);
    assert.equal(timeline.duration, 26);
  });

  it('maps program time by an entry for each run of each', () => {
    const { timeline } = extract([twoRuns(), second()]);
    assert.deepEqual(timeline.clock, [
      { time: 0, programTime: BEGIN },
      { time: 10, programTime: BEGIN + 70_000 },
      { time: 20, programTime: BEGIN + 120_000 },
    ]);
  });
});

describe('extractCues after edits', () => {
  const at = (time: number, recording = 1): { recording: number; time: number } => ({ recording, time });

  it('drops cues at what is cut out, and carries the state at its end', () => {
    const edits = { cuts: [{ from: at(4), to: at(8) }] };
    const { times } = extract(
      [
        twoRuns([
          [30, 1],
          [150, 2],
          [210, 3],
          [255, 4],
        ]),
      ],
      { edits },
    );
    assert.deepEqual(times, [
      [1, 1],
      [3, 4],
      [4, 4.5],
    ]);
  });

  it('carries nothing over a cut that changes nothing', () => {
    const edits = { cuts: [{ from: at(4), to: at(8) }] };
    assert.deepEqual(
      extract(
        [
          twoRuns([
            [30, 1],
            [255, 4],
          ]),
        ],
        { edits },
      ).times,
      [
        [1, 1],
        [4, 4.5],
      ],
    );
  });

  it('carries the state to the beginning of what is trimmed, and leaves out what comes after its end', () => {
    const edits = { start: at(4), end: at(8) };
    assert.deepEqual(
      extract(
        [
          twoRuns([
            [30, 1],
            [150, 2],
            [255, 3],
          ]),
        ],
        { edits },
      ).times,
      [
        [1, 0],
        [2, 1],
      ],
    );
  });

  it('moves cues, and says where they were', () => {
    const edits = { cues: [{ n: 2, at: at(3.5) }], start: at(2) };
    const { cues } = extract(
      [
        twoRuns([
          [90, 1],
          [150, 2],
        ]),
      ],
      { edits },
    ).timeline;
    assert.deepEqual(
      cues.map(({ n, time, sentTime }) => [n, time, sentTime]),
      [
        [1, 1, undefined],
        [2, 1.5, 3],
      ],
    );
  });

  it('places what the record tells before the edits, so that what is cut out stays out', () => {
    const edits = { cuts: [{ from: at(4), to: at(8) }] };
    const highlights = [sent(1, 1), sent(2, 5), sent(3, 9)];
    assert.deepEqual(extract([twoRuns()], { edits, highlights }).times, [
      [1, 1],
      [2, 4],
      [3, 5],
    ]);
  });
});
