import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bounded } from './bounded.ts';

const never = new AbortController().signal;
const items = Array.from({ length: 20 }, (_, index) => index);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('does at most so many at a time and keeps the order of the items', async () => {
  let now = 0;
  let most = 0;
  const results = await bounded(items, 3, never, async (item) => {
    most = Math.max(most, (now += 1));
    for (let wait = item % 4; wait >= 0; wait -= 1) await turn();
    now -= 1;
    return item * 2;
  });
  assert.equal(most, 3);
  assert.deepEqual(
    results,
    items.map((item) => item * 2),
  );
});

it('stops with the first failure, after all that was under way has let go', async () => {
  let begun = 0;
  let open = 0;
  const failing = bounded(items, 4, never, async (item, _index, signal) => {
    begun += 1;
    open += 1;
    await turn();
    if (item === 2) {
      open -= 1;
      throw new Error('item 2');
    }
    while (!signal.aborted) await turn();
    open -= 1;
  });
  await assert.rejects(failing, /item 2/);
  assert.equal(open, 0);
  assert.equal(begun, 4);
});

it('stops when the signal aborts', async () => {
  const controller = new AbortController();
  let begun = 0;
  const stopping = bounded(items, 2, controller.signal, async () => {
    begun += 1;
    await turn();
    controller.abort();
  });
  await assert.rejects(stopping, { name: 'AbortError' });
  assert.ok(begun <= 2);
});
