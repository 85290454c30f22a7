import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { findEvent, type EventSpan } from './find-event.ts';

const HOUR = 60;
const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 5) + minute * 60_000);

/** An event with its times in minutes. */
function event(
  id: string,
  times: { starts?: number; started?: number; ended?: number; created?: number },
): EventSpan {
  const point = (minute: number | undefined): Date | null => (minute === undefined ? null : at(minute));
  return {
    id,
    startsAt: point(times.starts),
    startedAt: point(times.started),
    endedAt: point(times.ended),
    createdAt: at(times.created ?? -100 * HOUR),
  };
}

const found = (events: readonly EventSpan[], minute: number): string | undefined =>
  findEvent(events, at(minute))?.id;

it('holds an announced event from an hour before it starts', () => {
  const announced = [event('a', { starts: 100 })];
  assert.equal(found(announced, 39), undefined);
  assert.equal(found(announced, 40), 'a');
  assert.equal(found(announced, 500), 'a');
});

it('holds a started event from its start to its end', () => {
  const over = [event('a', { starts: 100, started: 90, ended: 150 })];
  assert.equal(found(over, 80), undefined);
  assert.equal(found(over, 90), 'a');
  assert.equal(found(over, 150), 'a');
  assert.equal(found(over, 151), undefined);
});

it('forgives the second by which a recording may seem to begin before its stream', () => {
  assert.equal(found([event('a', { started: 90 })], 89.98), 'a');
});

it('ends an event without an end at the start of the next', () => {
  const both = [event('a', { started: 10 }), event('b', { started: 60 })];
  assert.equal(found(both, 59), 'b', 'within the minute before its start');
  assert.equal(found(both, 58), 'a');
  assert.equal(found(both, 60), 'b');
});

it('prefers the event that is on to one that is announced', () => {
  const both = [event('on', { started: 10 }), event('next', { starts: 60 })];
  assert.equal(found(both, 30), 'on');
});

it('prefers the nearer of two announced events', () => {
  const both = [event('a', { starts: 60 }), event('b', { starts: 100 })];
  assert.equal(found(both, 55), 'a');
  assert.equal(found(both, 99), 'b');
});

it('holds an event without any start from when it was made', () => {
  assert.equal(found([event('a', { created: 10 })], 11), 'a');
  assert.equal(found([event('a', { created: 10 })], 5), undefined);
});

it('finds the same event in whatever order the events come', () => {
  const minute = fc.integer({ min: 0, max: 600 });
  const optional = fc.option(minute, { nil: undefined });
  const events = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      starts: optional,
      started: optional,
      created: minute,
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  );
  fc.assert(
    fc.property(events, minute, fc.nat(), (specs, when, turn) => {
      const all = specs.map(({ id, starts, started, created }) =>
        event(id, {
          created,
          ...(starts !== undefined && { starts }),
          ...(started !== undefined && { started }),
        }),
      );
      const cut = all.length === 0 ? 0 : turn % all.length;
      assert.equal(found([...all.slice(cut), ...all.slice(0, cut)], when), found(all, when));
    }),
  );
});
