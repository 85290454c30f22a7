import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallLimits } from './call-limits.ts';

test('no second has more than five calls, and a call is let in as soon as there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 60 }), (waits) => {
      let now = 0;
      const limits = new CallLimits(() => now);
      const allowed: number[] = [];
      for (const wait of waits) {
        now += wait;
        const recent = allowed.filter((at) => at > now - 1000).length;
        let throttled = false;
        try {
          limits.check('PutMetadata', 'a channel');
          allowed.push(now);
        } catch {
          throttled = true;
        }
        assert.equal(throttled, recent >= 5);
      }
    }),
  );
});

test('all channels together have a limit of their own', () => {
  const limits = new CallLimits(() => 0);
  for (let call = 0; call < 155; call += 1) limits.check('PutMetadata', `channel ${call}`);
  assert.throws(() => limits.check('PutMetadata', 'one more'), { name: 'ThrottlingException' });
});
