import { stateAt } from '@vitrine/product-cues';
import type { ClockEntry, ProductCue, Timeline } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CueCollector } from '../media/cue-collector.ts';
import type { CollectedCues } from '../media/cue-collector.ts';
import { layOut } from '../media/media-time.ts';
import type { MediaTime } from '../media/media-time.ts';
import type { RecordedHighlight } from '../publication.ts';
import { extractCues } from './extract-cues.ts';

const SECOND = 90_000;
const BEGIN = Date.UTC(2026, 2, 5, 7, 8, 9, 250);
/** Two runs of ten seconds; the second one begins a minute later by the clock. */
const CLOCK = [
  { time: 0, programTime: BEGIN },
  { time: 10, programTime: BEGIN + 70_000 },
];
const MEDIA_TIME: MediaTime =
  layOut([
    { scan: { start: 0, end: 10 * SECOND }, discontinuity: false },
    { scan: { start: 0, end: 10 * SECOND }, discontinuity: true },
  ]) ?? assert.fail();

/** `[segment, seconds in it, n]` */
function collected(...sightings: readonly (readonly [number, number, number])[]): CollectedCues {
  const collector = new CueCollector('sd26');
  for (const [segment, at, n] of sightings) {
    const text = JSON.stringify({ vitrine: 1, n, show: [`p${String(n)}`] });
    collector.take(segment, { pts: Math.round(at * SECOND), owner: 'metadata.live-video.net', text });
  }
  return collector.collected();
}

const sent = (n: number, atSeconds: number, extra: Partial<ProductCue> = {}): RecordedHighlight => ({
  cue: { n, show: [`p${String(n)}`], ...extra },
  sentAt: BEGIN + atSeconds * 1000,
  inBand: true,
});

function extract(
  found: readonly CollectedCues[],
  highlights: readonly RecordedHighlight[] = [],
  replayOffers = false,
  clock: readonly ClockEntry[] = CLOCK,
): { timeline: Timeline; times: (readonly [number, number])[]; warnings: string[] } {
  const warnings: string[] = [];
  const log = { info: () => undefined, warn: (_facts: object, message: string) => warnings.push(message) };
  const renditions = found.map((one) => ({ mediaTime: MEDIA_TIME, found: one }));
  const timeline = extractCues({ highlights, replayOffers }, { renditions, clock, duration: 20 }, log);
  return { timeline, times: timeline.cues.map(({ n, time }) => [n, time] as const), warnings };
}

describe('extractCues', () => {
  it('places cues of every run on the one timeline, each at its first time', () => {
    const { times } = extract([collected([0, 4, 1], [0, 9, 1], [1, 0.5, 1], [1, 2, 2])]);
    assert.deepEqual(times, [
      [1, 4],
      [2, 12],
    ]);
  });

  it('adds what only a second rendition has, and tells of it', () => {
    const { times, warnings } = extract([collected([0, 4, 1]), collected([0, 4, 1], [0, 6, 2])]);
    assert.deepEqual(times, [
      [1, 4],
      [2, 6],
    ]);
    assert.equal(warnings.length, 1);
  });

  it('keeps the first rendition’s time where the second one disagrees by being later', () => {
    const { times, warnings } = extract([collected([0, 4, 1]), collected([0, 4.5, 1])]);
    assert.deepEqual(times, [[1, 4]]);
    assert.equal(warnings.length, 1);
  });

  it('carries in what was on screen when the recording began, also where the stream only has its repeat', () => {
    const { timeline } = extract(
      [collected([0, 3, 3], [0, 6, 4])],
      [sent(1, -60), sent(2, -30), sent(3, -5), sent(4, 5.8)],
    );
    assert.deepEqual(stateAt(timeline, 0).show, ['p3']);
    assert.deepEqual(stateAt(timeline, 5.9).show, ['p3']);
    assert.deepEqual(stateAt(timeline, 6).show, ['p4']);
    assert.equal(timeline.cues.length, 2);
  });

  it('carries nothing in where nobody knows when the recording began', () => {
    const { times } = extract([collected([0, 4, 1], [1, 2, 2])], [sent(1, 4)], false, CLOCK.slice(1));
    assert.deepEqual(times, [
      [1, 4],
      [2, 12],
    ]);
  });

  it('places what the stream lost by the clock, through discontinuities, and not beyond the end', () => {
    const { times } = extract(
      [collected([0, 1, 1])],
      [sent(1, 0.9), sent(2, 7.5), sent(3, 30), sent(4, 75), sent(5, 200)],
    );
    assert.deepEqual(times, [
      [1, 1],
      [2, 7.5],
      [3, 10],
      [4, 15],
    ]);
  });

  it('lets the recording alone tell where there is no record', () => {
    assert.deepEqual(extract([collected([0, 3, 3])]).times, [[3, 3]]);
    assert.deepEqual(extract([collected()]).times, []);
  });

  it('holds a cue back to its own run where its time stamp lies before it', () => {
    assert.deepEqual(extract([collected([1, -0.02, 2])]).times, [[2, 10]]);
  });

  it('keeps offers only where the event wants them', () => {
    const offer = { set: { p1: { price: 900 } } };
    assert.equal(extract([collected()], [sent(1, 2, offer)]).timeline.cues[0]?.set, undefined);
    assert.deepEqual(extract([collected()], [sent(1, 2, offer)], true).timeline.cues[0]?.set, offer.set);
  });
});

describe('CueCollector', () => {
  it('finds the same in any order of segments, and ignores others’ cues and texts', () => {
    const lines = [
      [1, 5, '{"vitrine":1,"e":"sd26","n":1,"show":["a"]}'],
      [0, 9, '{"vitrine":1,"n":1,"show":["a"]}'],
      [0, 3, '{"vitrine":1,"e":"other","n":7,"show":["b"]}'],
      [0, 4, 'not a cue'],
      [2, 1, '{"vitrine":1,"n":2,"show":[]}'],
    ] as const;
    const collect = (order: readonly (readonly [number, number, string])[]): CollectedCues => {
      const collector = new CueCollector('sd26');
      for (const [segment, pts, text] of order)
        collector.take(segment, { pts, owner: 'metadata.live-video.net', text });
      return collector.collected();
    };
    const found = collect(lines);
    assert.deepEqual(
      found.cues.map(({ cue, segment, pts }) => [cue.n, segment, pts]),
      [
        [1, 0, 9],
        [2, 2, 1],
      ],
    );
    assert.deepEqual([found.refused, found.ignored], [1, 1]);
    assert.deepEqual(collect([...lines].reverse()), found);
  });

  it('takes the clock from segmentmetadata, and no cue from it', () => {
    const collector = new CueCollector(undefined);
    collector.take(0, { pts: 5, owner: 'segmentmetadata', text: '{"transc_r":1000}' });
    collector.take(0, { pts: 2, owner: 'segmentmetadata', text: '{"transc_r":900}' });
    collector.take(1, { pts: 2, owner: 'segmentmetadata', text: 'damaged' });
    const { clocks, refused } = collector.collected();
    assert.deepEqual([...clocks.values()], [{ segment: 0, pts: 2, programTime: 900 }]);
    assert.equal(refused, 0);
  });
});
