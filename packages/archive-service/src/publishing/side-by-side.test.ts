import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { it } from 'node:test';
import { sideBySide } from './side-by-side.ts';

const signal = new AbortController().signal;

/** Ends with its signal, after a while. */
async function untilAborted(signal: AbortSignal, onEnd: () => void): Promise<never> {
  while (!signal.aborted) await setImmediate();
  await setImmediate();
  onEnd();
  throw signal.reason;
}

it('gives what both give, while both are under way', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const given = await sideBySide(
    signal,
    () => promise,
    async () => {
      resolve(1);
      return Promise.resolve('two');
    },
  );
  assert.deepEqual(given, [1, 'two']);
});

it('throws the first failure, when the other one has ended by its signal', async () => {
  let ended = false;
  const failing = (): Promise<never> => Promise.reject(new Error('broken'));
  const waiting = (either: AbortSignal): Promise<never> =>
    untilAborted(either, () => {
      ended = true;
    });
  await assert.rejects(sideBySide(signal, failing, waiting), /broken/);
  assert.ok(ended);
  ended = false;
  await assert.rejects(sideBySide(signal, waiting, failing), /broken/);
  assert.ok(ended);
});

it('ends both with the signal', async () => {
  const stop = new AbortController();
  let ended = 0;
  const waiting = (either: AbortSignal): Promise<never> =>
    untilAborted(either, () => {
      ended += 1;
    });
  const both = sideBySide(stop.signal, waiting, waiting);
  stop.abort(new Error('enough'));
  await assert.rejects(both, /enough/);
  assert.equal(ended, 2);
});
