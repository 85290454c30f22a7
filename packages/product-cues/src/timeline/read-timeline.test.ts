import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { timedCue } from '../test/arbitraries.ts';
import { readTimeline } from './read-timeline.ts';
import { stateAt } from './state-at.ts';
import { compareCues } from './timeline.ts';
import { writeTimeline } from './write-timeline.ts';

const clock = fc
  .uniqueArray(fc.record({ time: fc.nat(), programTime: fc.nat() }, { noNullPrototype: true }), {
    selector: ({ time }) => time,
    maxLength: 5,
  })
  .map((entries) => entries.toSorted((a, b) => a.time - b.time));

describe('readTimeline', () => {
  it('gives back what writeTimeline wrote, but for the event key', () => {
    fc.assert(
      fc.property(
        fc.array(timedCue('archive')),
        clock,
        fc.option(fc.nat(), { nil: undefined }),
        (some, clock, duration) => {
          const cues = some.map(({ e: _, ...cue }) => cue).sort(compareCues);
          const timeline = { cues, clock, ...(duration !== undefined && { duration }) };
          const json: unknown = JSON.parse(JSON.stringify(writeTimeline(timeline)));
          assert.deepEqual(readTimeline(json), { ok: true, value: timeline });
        },
      ),
    );
  });

  it('sorts by time, then by n, and keeps sentTime', () => {
    const read = readTimeline({
      vitrine: 1,
      clock: [
        { time: 4, programTime: 9000 },
        { time: 0, programTime: 1000 },
      ],
      cues: [
        { time: 7, n: 2, show: ['b'] },
        { time: 3, n: 9, show: ['c'], sentTime: 5.5 },
        { time: 7, n: 1, show: ['a'] },
      ],
    });
    assert.ok(read.ok);
    assert.deepEqual(
      read.value.cues.map(({ n }) => n),
      [9, 1, 2],
    );
    assert.equal(read.value.cues[0]?.sentTime, 5.5);
    assert.deepEqual(
      read.value.clock.map(({ time }) => time),
      [0, 4],
    );
    assert.deepEqual(stateAt(read.value, 7).show, ['b']);
  });

  it('leaves out cues and clock entries that cannot be read, and keeps the others', () => {
    const read = readTimeline({
      vitrine: 1,
      duration: 'long',
      clock: [{ time: 0, programTime: '2026-03-05' }, { time: 1, programTime: 5 }, null],
      cues: [
        { time: '1', n: 1, show: [] },
        { n: 2, show: [] },
        { time: 3, n: 3 },
        { time: 4, n: 4, show: ['a'] },
        7,
      ],
    });
    assert.deepEqual(read, {
      ok: true,
      value: {
        cues: [{ n: 4, show: ['a'], time: 4, origin: 'archive' }],
        clock: [{ time: 1, programTime: 5 }],
      },
    });
  });

  it('refuses what is no timeline, and says why', () => {
    assert.deepEqual(readTimeline({ vitrine: 2, cues: [] }), {
      ok: false,
      problem: 'timeline.json.vitrine is 2; it must be 1',
    });
    assert.deepEqual(readTimeline({ vitrine: 1, cues: {} }), {
      ok: false,
      problem: 'timeline.json.cues is an object; it must be a list',
    });
    assert.deepEqual(readTimeline('<html>'), {
      ok: false,
      problem: 'timeline.json is "<html>"; it must be an object',
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (json) => void readTimeline(json)));
    const likely = fc.record({
      vitrine: fc.constant(1),
      cues: fc.array(fc.jsonValue()),
      clock: fc.jsonValue(),
    });
    fc.assert(fc.property(likely, (json) => readTimeline(json).ok));
  });
});
