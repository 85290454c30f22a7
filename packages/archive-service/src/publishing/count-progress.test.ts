import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProgressCount } from './count-progress.ts';
import type { PublicationProgress } from './publication.ts';

describe('ProgressCount', () => {
  it('tells of a thousand parts a hundred times, and goes on upwards where more are needed than expected', () => {
    const told: PublicationProgress[] = [];
    const count = new ProgressCount('scan-media', (progress) => told.push(progress));
    count.expect(1000);
    for (let part = 0; part < 1000; part += 1) count.done(2);
    assert.equal(told.length, 100);
    assert.deepEqual(told.at(-1), { step: 'scan-media', done: 1000, total: 1000, bytes: 2000 });

    const early = new ProgressCount('scan-media', (progress) => told.push(progress));
    told.length = 0;
    early.expect(10);
    for (let part = 0; part < 10; part += 1) early.done(1);
    early.expect(10);
    for (let part = 0; part < 10; part += 1) early.done(1);
    const percents = told.map(({ done, total }) => Math.floor((done * 100) / total));
    assert.deepEqual(
      percents,
      [...percents].sort((a, b) => a - b),
    );
    assert.equal(told.at(-1)?.done, 10, 'nothing is told that would go back');
  });
});
