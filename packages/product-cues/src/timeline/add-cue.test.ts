import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { timedCue } from '../test/arbitraries.ts';
import { cueAt } from '../test/objects.ts';
import { addCue } from './add-cue.ts';
import { stateAt } from './state-at.ts';
import { EMPTY_TIMELINE, type TimedCue, type Timeline } from './timeline.ts';

function timelineOf(cues: readonly TimedCue[]): Timeline {
  return cues.reduce(addCue, EMPTY_TIMELINE);
}

/** The cues, and the same cues in another order, some of them more than once. */
const twoArrivals = fc.array(timedCue('in-band', 'side-channel'), { maxLength: 20 }).chain((cues) =>
  fc.record({
    once: fc.constant(cues),
    again: fc
      .tuple(fc.shuffledSubarray(cues), fc.shuffledSubarray(cues, { minLength: cues.length }))
      .map(([repeated, all]) => [...repeated, ...all]),
  }),
);

describe('addCue', () => {
  it('gives the same timeline and states for any order of arrival and any repetition', () => {
    fc.assert(
      fc.property(twoArrivals, fc.double({ min: -1, max: 13, noNaN: true }), ({ once, again }, time) => {
        assert.deepEqual(timelineOf(again), timelineOf(once));
        assert.deepEqual(stateAt(timelineOf(again), time), stateAt(timelineOf(once), time));
      }),
      { numRuns: 500 },
    );
  });

  it('holds each n once: at its earliest in-band time, or at its earliest time of the side channel where the stream has lost it', () => {
    fc.assert(
      fc.property(fc.array(timedCue('in-band', 'side-channel')), (cues) => {
        const { cues: kept } = timelineOf(cues);
        assert.deepEqual(new Set(kept.map(({ n }) => n)), new Set(cues.map(({ n }) => n)));
        assert.equal(new Set(kept.map(({ n }) => n)).size, kept.length);
        for (const cue of kept) {
          const same = cues.filter(({ n }) => n === cue.n);
          const earliest = (wanted: string): number =>
            Math.min(...same.filter(({ origin }) => origin === wanted).map(({ time }) => time));
          const [inBand, sideChannel] = [earliest('in-band'), earliest('side-channel')];
          const lost = inBand === Infinity || inBand - sideChannel > 4;
          assert.equal(cue.time, lost ? sideChannel : inBand);
        }
      }),
    );
  });

  it('replaces a side-channel time by an in-band time, even a later one, unless that is a repeat', () => {
    const side = { ...cueAt(6, 1), origin: 'side-channel' } as const;
    for (const time of [0, 5, 6, 7.5, 10]) {
      const timeline = timelineOf([side, cueAt(time, 1)]);
      assert.deepEqual(timeline.cues, [cueAt(time, 1)]);
      assert.equal(addCue(timeline, side), timeline);
    }
    for (const time of [10.1, 11, 66]) {
      const timeline = timelineOf([side, cueAt(time, 1)]);
      assert.deepEqual(timeline.cues, [side]);
      assert.deepEqual(timelineOf([cueAt(time, 1), side]).cues, [side]);
    }
  });

  it('keeps cues by time, then by n', () => {
    fc.assert(
      fc.property(fc.array(timedCue('in-band', 'side-channel')), (cues) => {
        const { cues: kept } = timelineOf(cues);
        for (const [place, cue] of kept.entries()) {
          const before = kept[place - 1] ?? { time: -1, n: -1 };
          assert.ok(before.time < cue.time || (before.time === cue.time && before.n < cue.n));
        }
      }),
    );
  });

  it('gives the same object when nothing changes', () => {
    const timeline = timelineOf([cueAt(1, 1), cueAt(6, 2)]);
    assert.equal(addCue(timeline, cueAt(6, 2)), timeline);
    assert.equal(addCue(timeline, cueAt(11, 2)), timeline);
    assert.equal(addCue(timeline, cueAt(NaN, 3)), timeline);
    assert.equal(addCue(timeline, cueAt(Infinity, 3)), timeline);
    assert.notEqual(addCue(timeline, cueAt(5, 2)), timeline);
  });

  it('leaves the timeline that it was given as it was', () => {
    const timeline = timelineOf([cueAt(1, 1)]);
    const copy = structuredClone(timeline);
    addCue(timeline, cueAt(0, 1));
    assert.deepEqual(timeline, copy);
    assert.deepEqual(EMPTY_TIMELINE.cues, []);
  });

  it('takes the cues of an archive as they are, an n at two places included', () => {
    const cues = [cueAt(1, 5), cueAt(2, 4), cueAt(3, 5)].map((cue): TimedCue => ({
      ...cue,
      origin: 'archive',
    }));
    assert.deepEqual(timelineOf([...cues].reverse()).cues, cues);
    assert.deepEqual(timelineOf([...cues, ...cues]).cues, cues);
  });
});
