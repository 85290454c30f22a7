import { expect } from '@open-wc/testing';
import { mediaTimeAt, programTimeAt } from '@vitrine/product-cues';
import fc from 'fast-check';
import { ProgramClock } from './program-clock.ts';

/** Segments as a playlist has them: mostly one after the other, sometimes with a gap, rounded to milliseconds. */
const segments = fc
  .array(
    fc.record({
      seconds: fc.double({ min: 0.5, max: 10, noNaN: true }),
      gap: fc.option(fc.integer({ min: -5_000, max: 600_000 }), { freq: 5, nil: 0 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((all) => {
    let [time, programTime] = [0, Date.UTC(2026, 2, 5)];
    return all.map(({ seconds, gap }) => {
      const entry = { time, programTime: Math.round(programTime) };
      time += seconds;
      programTime += seconds * 1000 + gap;
      return entry;
    });
  });

describe('ProgramClock', () => {
  it('answers as all that it was told would, to a millisecond', () => {
    fc.assert(
      fc.property(segments, fc.nat(600_000), (entries, at) => {
        const clock = new ProgramClock();
        expect(clock.learn(entries)).to.equal(true);
        const time = at / 1000;
        expect(clock.programTime(time)).to.be.closeTo(programTimeAt(entries, time) ?? Number.NaN, 1.5);
        const isForwards = entries.every(
          ({ programTime }, index) => programTime >= (entries[index - 1]?.programTime ?? 0),
        );
        const there = programTimeAt(entries, time) ?? 0;
        if (isForwards)
          expect(clock.mediaTimeAt(there)).to.be.closeTo(mediaTimeAt(entries, there) ?? Number.NaN, 0.003);
      }),
    );
  });

  it('takes nothing for news that it knows already, all or in part', () => {
    fc.assert(
      fc.property(segments, (entries) => {
        const clock = new ProgramClock();
        clock.learn(entries);
        expect(clock.learn(entries)).to.equal(false);
        for (const entry of entries) expect(clock.learn([entry])).to.equal(false);
      }),
    );
  });
});
