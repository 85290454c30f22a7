import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readLiveState } from './live-state.ts';

const UPDATED_AT = '2026-03-05T08:07:09.250Z';

describe('readLiveState', () => {
  it('reads the cue on air with its program time', () => {
    const cue = { n: 3, show: ['mug'] };
    const state = { status: 'live', cue, programTime: 1772698029250, updatedAt: UPDATED_AT };
    assert.deepEqual(readLiveState({ vitrine: 1, ...state }), { ok: true, value: state });
    assert.deepEqual(readLiveState({ vitrine: 1, ...state, cue: { vitrine: 1, ...cue } }), {
      ok: true,
      value: state,
    });
  });

  it('keeps the status when there is no cue, or none that can be read', () => {
    for (const cue of [null, undefined, 'mug', { n: -1, show: [] }]) {
      assert.deepEqual(
        readLiveState({ vitrine: 1, status: 'ended', cue, programTime: null, updatedAt: UPDATED_AT }),
        {
          ok: true,
          value: { status: 'ended', cue: null, programTime: null, updatedAt: UPDATED_AT },
        },
      );
    }
  });

  it('reads what was on air before, and when the catalogue changed', () => {
    const sent = { cue: { n: 2, show: ['lamp'] }, programTime: 1772698027000 };
    const now = { status: 'live', cue: { n: 3, show: ['mug'] }, programTime: 1772698029250 };
    const without = { ...now, updatedAt: UPDATED_AT };
    const state = { ...without, recent: [sent], catalogueAt: UPDATED_AT };
    assert.deepEqual(readLiveState({ vitrine: 1, ...state }), { ok: true, value: state });
    const damaged = [
      { cue: { n: -1, show: [] }, programTime: 1 },
      sent,
      { cue: sent.cue, programTime: null },
    ];
    assert.deepEqual(readLiveState({ vitrine: 1, ...state, recent: damaged }), { ok: true, value: state });
    assert.deepEqual(readLiveState({ vitrine: 1, ...without, recent: 'x', catalogueAt: 1 }), {
      ok: true,
      value: without,
    });
  });

  it('goes on as live with a status that is newer than it', () => {
    const read = readLiveState({
      vitrine: 1,
      status: 'paused',
      cue: null,
      programTime: null,
      updatedAt: UPDATED_AT,
    });
    assert.ok(read.ok && read.value.status === 'live');
  });

  it('refuses another version, and never throws', () => {
    assert.deepEqual(readLiveState({ status: 'live' }), {
      ok: false,
      problem: 'live.json.vitrine is missing; it must be 1',
    });
    fc.assert(fc.property(fc.anything(), (json) => void readLiveState(json)));
  });
});
