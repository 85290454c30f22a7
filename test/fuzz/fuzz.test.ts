import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { runFuzz } from './run-fuzz.ts';
import { realSubject, tinySubject, type Subject } from './subjects.ts';

/** `npm run soak -- fuzz` tries a hundred thousand; another seed here is other inputs. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** Milliseconds of the processor for one input: sound ones take a few. */
const MAX_MS = 3_000;

describe('damaged input', () => {
  let subjects: [Subject, Subject];
  before(async () => {
    subjects = [tinySubject(), await realSubject()];
  });

  for (const [kind, count, some] of [
    ['notification', 500, /^(202|400)$/],
    ['json', 500, /published|RECORDING_INVALID/],
    ['playlist', 500, /published|RECORDING_INVALID/],
    ['media', 500, /published|MEDIA_UNSUPPORTED/],
  ] as const) {
    it(`in a ${kind} neither crashes nor hangs anything`, async (t) => {
      const report = await runFuzz({ kind, subjects, seed: SEED, count });
      t.diagnostic(JSON.stringify(report));
      assert.ok(
        report.slowest.ms < MAX_MS,
        `seed ${String(report.slowest.seed)} took ${String(report.slowest.ms)} ms`,
      );
      // Damage that nothing gets past would prove nothing.
      assert.equal(Object.keys(report.outcomes).filter((outcome) => some.test(outcome)).length, 2);
    });
  }
});
