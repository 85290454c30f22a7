import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createMutex } from './mutex.ts';

const tooLate = (): Error => new Error('too late');

it('lets one in at a time, in the order of asking, however long each stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 8 }), async (scheduler, many) => {
      const { lock } = createMutex(60_000, tooLate);
      const entered: number[] = [];
      let inside = 0;
      const stay = async (index: number): Promise<void> => {
        const release = await lock();
        inside += 1;
        assert.equal(inside, 1);
        entered.push(index);
        await scheduler.schedule(Promise.resolve());
        inside -= 1;
        release();
        release();
      };
      const all = Array.from({ length: many }, (_, index) => stay(index));
      await scheduler.waitFor(Promise.all(all));
      assert.deepEqual(
        entered,
        all.map((_, index) => index),
      );
    }),
  );
});

it('gives up after its limit, and is no hindrance to whoever comes next', async () => {
  const { lock } = createMutex(5, tooLate);
  const release = await lock();
  await assert.rejects(lock(), /too late/);
  release();
  (await lock())();
});
