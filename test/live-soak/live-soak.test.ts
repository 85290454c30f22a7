import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runLiveSoak } from './live-soak.ts';

const SEED = Number(process.env['LIVE_SEED'] ?? 1);
const SECONDS = Number(process.env['LIVE_SECONDS'] ?? 60);
const MIB = 1024 * 1024;
/** Pictures: a second. A screen that stays any longer before a stream that plays hides the show. */
const MOST_HIDDEN = 30;
/** Seconds behind the live edge beyond which the player jumps there; until then it goes a little faster. */
const TOO_FAR = 15;
/** Seconds for which the longest mishap holds the picture, for which one recovers, and for which it may take to jump. */
const HELD = 5;
const RECOVERY = 3;
const SPARE = 2;

it(`shows the right products through a misbehaving stream, and plays at the end (seed ${String(SEED)})`, async () => {
  const result = await runLiveSoak({ seconds: SECONDS, seed: SEED, onProgress: console.log });
  const { pictures, off, hidden, hiddenInARow, highlights, wrong, mishaps, latencies, heap } = result;
  const [early, late] = heap.map((bytes) => Math.round((bytes / MIB) * 10) / 10);
  console.log(
    `live soak: ${String(pictures)} pictures, ${String(off)} of them some pictures off, ${String(hidden)} hidden (${String(hiddenInARow)} in a row), ${String(highlights)} highlights, ${String(mishaps.length)} mishaps, ${String(wrong.length)} wrong, heap ${String(early)} to ${String(late)} MiB`,
  );
  assert.ok(pictures > SECONDS * 5, 'too few pictures were seen');
  assert.deepEqual(wrong.slice(0, 3), [], `${String(wrong.length)} of ${String(pictures)} pictures`);
  assert.ok(hiddenInARow <= MOST_HIDDEN, `a screen hid ${String(hiddenInARow)} pictures in a row`);
  const [joined = { seconds: 0 }] = latencies;
  const worst = (calmFor: number): number =>
    Math.max(...latencies.filter((look) => look.calmFor >= calmFor).map(({ seconds }) => seconds));
  const [ever, recovered] = [worst(0), worst(HELD + RECOVERY)];
  const lateness = [joined.seconds, ever, recovered].map((seconds) => seconds.toFixed(1)).join(', ');
  console.log(`seconds behind the studio at first, at most, at most once recovered: ${lateness}`);
  assert.ok(latencies.length > SECONDS, 'the latency was not looked at');
  assert.ok(ever < joined.seconds + TOO_FAR + HELD + SPARE, `at most ${lateness}`);
  assert.ok(recovered < joined.seconds + TOO_FAR + SPARE, `once recovered ${lateness}`);
  assert.ok((heap[1] ?? 0) < (heap[0] ?? 0) + 4 * MIB, 'memory has grown');
});
