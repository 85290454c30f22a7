import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { productCue, timedCue } from '../test/arbitraries.ts';
import { cueAt } from '../test/objects.ts';
import { addCue } from './add-cue.ts';
import { EMPTY_STATE, stateAt } from './state-at.ts';
import { EMPTY_TIMELINE, type TimedCue, type Timeline } from './timeline.ts';

function timelineOf(cues: readonly TimedCue[]): Timeline {
  return cues.reduce(addCue, EMPTY_TIMELINE);
}

describe('stateAt', () => {
  it('is empty before the first cue, and holds each cue from its time until the next', () => {
    const timeline = timelineOf([cueAt(2, 1), cueAt(5, 2, { at: { 'product-2': [0.5, 0.5] } })]);
    assert.equal(stateAt(EMPTY_TIMELINE, 100), EMPTY_STATE);
    assert.equal(stateAt(timeline, 1.999), EMPTY_STATE);
    assert.deepEqual(stateAt(timeline, 2).show, ['product-1']);
    assert.deepEqual(stateAt(timeline, 4.999).show, ['product-1']);
    assert.deepEqual(stateAt(timeline, 5).at, { 'product-2': [0.5, 0.5] });
    assert.equal(stateAt(timeline, 1e9).n, 2);
    assert.equal(stateAt(timeline, NaN), EMPTY_STATE);
  });

  it('is the cue with the greatest time, of two at one time the greater n, though an edit moved n about', () => {
    fc.assert(
      fc.property(
        fc.array(timedCue('archive')),
        fc.oneof(fc.nat(12), fc.double({ min: -1, max: 13, noNaN: true })),
        (cues, time) => {
          const past = cues.filter((cue) => cue.time <= time);
          const latest = Math.max(...past.map((cue) => cue.time));
          const n = Math.max(...past.filter((cue) => cue.time === latest).map((cue) => cue.n));
          assert.equal(stateAt(timelineOf(cues), time).n, past.length > 0 ? n : undefined);
        },
      ),
    );
  });

  it('heals a lost cue with the next one', () => {
    const show = fc
      .array(productCue(), { minLength: 2, maxLength: 10 })
      .map((cues) => cues.map((cue, n): TimedCue => ({ ...cue, n, time: n * 5, origin: 'in-band' })));
    fc.assert(
      fc.property(show, fc.nat(), (cues, which) => {
        const lost = which % (cues.length - 1);
        const whole = timelineOf(cues);
        const holed = timelineOf(cues.filter(({ n }) => n !== lost));
        for (const { n, time } of cues) {
          if (n !== lost) assert.deepEqual(stateAt(holed, time), stateAt(whole, time));
        }
      }),
    );
  });

  it('is the same object for as long as the same cue holds, whatever else arrives', () => {
    const timeline = timelineOf([cueAt(2, 1), cueAt(5, 2)]);
    const more = addCue(timeline, cueAt(8, 3));
    assert.equal(stateAt(timeline, 2), stateAt(more, 4));
    assert.notEqual(stateAt(timeline, 2), stateAt(timeline, 5));
  });

  it('finds nothing under an id that no cue put there', () => {
    const state = stateAt(timelineOf([cueAt(0, 1)]), 0);
    for (const id of ['constructor', '__proto__', 'toString']) {
      assert.equal(state.at[id], undefined);
      assert.equal(state.set[id], undefined);
      assert.equal(EMPTY_STATE.at[id], undefined);
    }
  });
});
