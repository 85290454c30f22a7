import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runLiveSoak } from './live-soak.ts';

const SEED = Number(process.env['LIVE_SEED'] ?? 1);
const SECONDS = Number(process.env['LIVE_SECONDS'] ?? 60);
const MIB = 1024 * 1024;
/** Pictures: a second. A screen that stays any longer before a stream that plays hides the show. */
const MOST_HIDDEN = 30;

it(`shows the right products through a misbehaving stream, and plays at the end (seed ${String(SEED)})`, async () => {
  const result = await runLiveSoak({ seconds: SECONDS, seed: SEED, onProgress: console.log });
  const { pictures, off, hidden, hiddenInARow, highlights, wrong, mishaps, heap } = result;
  const [early, late] = heap.map((bytes) => Math.round((bytes / MIB) * 10) / 10);
  console.log(
    `live soak: ${String(pictures)} pictures, ${String(off)} of them some pictures off, ${String(hidden)} hidden (${String(hiddenInARow)} in a row), ${String(highlights)} highlights, ${String(mishaps.length)} mishaps, ${String(wrong.length)} wrong, heap ${String(early)} to ${String(late)} MiB`,
  );
  assert.ok(pictures > SECONDS * 5, 'too few pictures were seen');
  assert.deepEqual(wrong.slice(0, 3), [], `${String(wrong.length)} of ${String(pictures)} pictures`);
  assert.ok(hiddenInARow <= MOST_HIDDEN, `a screen hid ${String(hiddenInARow)} pictures in a row`);
  assert.ok((heap[1] ?? 0) < (heap[0] ?? 0) + 4 * MIB, 'memory has grown');
});
