import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { streamEnded, streamStarted, type EventStanding } from './event-status.ts';

const SCHEDULED: EventStanding = { status: 'scheduled', startedAt: null, resumedAt: null, endedAt: null };
const at = (second: number): Date => new Date(second * 1000);

interface Fact {
  readonly kind: 'start' | 'end';
  readonly second: number;
}

const apply = (facts: readonly Fact[]): EventStanding =>
  facts.reduce(
    (standing, { kind, second }) => (kind === 'start' ? streamStarted : streamEnded)(standing, at(second)),
    SCHEDULED,
  );

it('goes from scheduled to live to ended', () => {
  assert.equal(apply([{ kind: 'start', second: 10 }]).status, 'live');
  assert.deepEqual(
    apply([
      { kind: 'start', second: 10 },
      { kind: 'end', second: 20 },
    ]),
    {
      status: 'ended',
      startedAt: at(10),
      resumedAt: at(10),
      endedAt: at(20),
    },
  );
});

it('is on air again after an interruption, and still began when it began', () => {
  const facts = [
    { kind: 'start', second: 10 },
    { kind: 'end', second: 20 },
    { kind: 'start', second: 25 },
  ] as const;
  const { status, startedAt } = apply(facts);
  assert.deepEqual({ status, startedAt }, { status: 'live', startedAt: at(10) });
});

it('leaves what is archived archived: only the whole history of its channel puts it back on air', () => {
  const archived: EventStanding = { status: 'archived', startedAt: at(1), resumedAt: at(1), endedAt: at(2) };
  assert.equal(streamStarted(archived, at(9)).status, 'archived');
  assert.equal(streamEnded(archived, at(9)).status, 'archived');
});

it('ends the same for any order and any repetition of the facts', () => {
  const fact = fc.record({ kind: fc.constantFrom('start', 'end'), second: fc.integer({ min: 1, max: 9 }) });
  const shuffled = fc
    .array(fact, { minLength: 1, maxLength: 8 })
    .chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
      ),
    );
  fc.assert(fc.property(shuffled, ([facts, other]) => assert.deepEqual(apply(other), apply(facts))));
});
