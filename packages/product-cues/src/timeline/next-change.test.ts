import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cueAt } from '../test/objects.ts';
import { addCue } from './add-cue.ts';
import { nextChange } from './next-change.ts';
import { EMPTY_TIMELINE } from './timeline.ts';

describe('nextChange', () => {
  it('is the time of the first cue that is later', () => {
    const timeline = [cueAt(2, 1), cueAt(5, 2), cueAt(5, 3)].reduce(addCue, EMPTY_TIMELINE);
    assert.equal(nextChange(timeline, 0), 2);
    assert.equal(nextChange(timeline, 2), 5);
    assert.equal(nextChange(timeline, 4.9), 5);
    assert.equal(nextChange(timeline, 5), undefined);
    assert.equal(nextChange(EMPTY_TIMELINE, 0), undefined);
  });
});
