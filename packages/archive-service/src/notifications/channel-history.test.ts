import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tellHistory, type StreamTurn, type ToldEvent, type ToldRecording } from './channel-history.ts';

/** Minutes of one day. */
const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 5) + minute * 60_000);
const event = (id: string, startsAt: number): ToldEvent => ({ id, startsAt: at(startsAt), createdAt: at(0) });
const turn = (kind: StreamTurn['kind'], minute: number, streamId = ''): StreamTurn => ({
  kind,
  time: at(minute),
  streamId,
});
const recording = (id: number, start: number, end?: number, over = end): ToldRecording => ({
  id,
  start: at(start),
  isEstimate: false,
  end: end === undefined || over === undefined ? undefined : { media: at(end), over: at(over) },
  assigned: undefined,
  ownEvent: `own-${id}`,
});
const standing = ({ standings }: ReturnType<typeof tellHistory>, id: string) => {
  const { status, startedAt, endedAt } = standings.get(id) ?? {};
  return [status, startedAt, endedAt] as const;
};

describe('the history of a channel', () => {
  it('takes an event from scheduled to live to ended', () => {
    const show = [event('show', 480)];
    assert.equal(tellHistory(show, [], []).standings.size, 0);
    assert.deepEqual(standing(tellHistory(show, [turn('on-air', 482)], []), 'show'), ['live', at(482), null]);
    const both = [turn('on-air', 482), turn('off-air', 540)];
    assert.deepEqual(standing(tellHistory(show, both, []), 'show'), ['ended', at(482), at(540)]);
  });

  it('ends what is on air by a failure of its stream or session, and nothing else', () => {
    const show = [event('show', 480)];
    assert.equal(tellHistory(show, [turn('cut-off', 482)], []).standings.size, 0);
    const cut = [turn('on-air', 482), turn('cut-off', 500)];
    assert.deepEqual(standing(tellHistory(show, cut, []), 'show'), ['ended', at(482), at(500)]);
  });

  it('goes on with the show of an encoder that comes back within five minutes, or while its recording waits', () => {
    const show = [event('show', 480)];
    const back = (minute: number): StreamTurn[] => [
      turn('on-air', 480, 'a'),
      turn('off-air', 500, 'a'),
      turn('on-air', minute, 'b'),
    ];
    assert.equal(standing(tellHistory(show, back(505), []), 'show')[0], 'live');
    assert.equal(standing(tellHistory(show, back(506), []), 'show')[0], 'ended');
    const waited = tellHistory(show, back(509), [recording(1, 480, 540)]);
    assert.deepEqual(standing(waited, 'show'), ['ended', at(480), at(540)]);
    assert.deepEqual([...waited.places], [[1, 'show']]);
  });

  it('joins recordings of one show, and makes an event for one that nobody announced', () => {
    const { places, standings } = tellHistory(
      [event('show', 480)],
      [],
      [recording(1, 478, 500), recording(2, 503, 540), recording(3, 660, 700)],
    );
    assert.deepEqual(
      [...places],
      [
        [1, 'show'],
        [2, 'show'],
        [3, 'own-3'],
      ],
    );
    assert.equal(standings.get('own-3')?.status, 'ended');
  });

  it('gives an end to the show of its own stream when the next has begun', () => {
    const told = tellHistory(
      [event('first', 480), event('second', 540)],
      [turn('on-air', 480, 'a'), turn('off-air', 545, 'a'), turn('on-air', 545, 'b')],
      [],
    );
    assert.deepEqual(standing(told, 'first'), ['ended', at(480), at(545)]);
    assert.deepEqual(standing(told, 'second'), ['live', at(545), null]);
  });

  it('takes a rehearsal for no end of the show', () => {
    const turns = [turn('on-air', 430, 'a'), turn('off-air', 440, 'a'), turn('on-air', 480, 'b')];
    assert.deepEqual(standing(tellHistory([event('show', 480)], turns, []), 'show'), [
      'live',
      at(430),
      at(440),
    ]);
  });

  it('leaves a recording where an operator has put it', () => {
    const moved = { ...recording(1, 480, 500), assigned: 'other' };
    const { places } = tellHistory([event('show', 480), event('other', 60)], [], [moved]);
    assert.equal(places.get(1), 'other');
  });

  it('counts a stream that begins in the very second in which one recording ends and another begins to one event', () => {
    const [first, second] = [recording(0, 759, 956), recording(1, 956, 956)];
    const before = recording(2, 589, 758);
    const turns = [turn('on-air', 956)];
    const one = tellHistory([], turns, [first, second, before]);
    for (const all of [
      [second, before, first],
      [before, second, first],
    ])
      assert.deepEqual(tellHistory([], turns, all).standings, one.standings);
  });

  it('is the same in whatever order and however often it was heard of', () => {
    const minutes = fc.integer({ min: 0, max: 1_400 });
    const turns = fc.array(
      fc.record({
        kind: fc.constantFrom('on-air', 'off-air', 'cut-off'),
        time: minutes.map(at),
        streamId: fc.constantFrom('', 'a', 'b'),
      }),
      { maxLength: 8 },
    );
    const recordings = fc
      .array(fc.tuple(minutes, fc.option(fc.nat(200))), { maxLength: 4 })
      .map((all) =>
        all.map(([start, length], id) => recording(id, start, length === null ? undefined : start + length)),
      );
    const events = fc
      .array(minutes, { maxLength: 3 })
      .map((all) => all.map((startsAt, index) => event(`event-${index}`, startsAt)));
    const history = fc
      .tuple(events, turns, recordings)
      .chain(([e, t, r]) =>
        fc.tuple(
          fc.constant({ e, t, r }),
          fc.shuffledSubarray(e, { minLength: e.length }),
          fc.shuffledSubarray([...t, ...t], { minLength: t.length * 2 }),
          fc.shuffledSubarray(r, { minLength: r.length }),
        ),
      );
    fc.assert(
      fc.property(history, ([{ e, t, r }, e2, t2, r2]) => {
        const one = tellHistory(e, t, r);
        const other = tellHistory(e2, t2, r2);
        assert.deepEqual(other.standings, one.standings);
        assert.deepEqual(other.places, one.places);
        for (const { id } of r) assert.ok(one.places.has(id), 'no recording is without an event');
      }),
      { numRuns: 500 },
    );
  });
});
