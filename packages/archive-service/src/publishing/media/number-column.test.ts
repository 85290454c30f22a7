import assert from 'node:assert/strict';
import { it } from 'node:test';
import { NumberColumn } from './number-column.ts';

it('gives every number back by its place, over many blocks, and NaN elsewhere', () => {
  const column = new NumberColumn();
  for (let index = 0; index < 5000; index += 1) {
    assert.equal(column.length, index);
    column.push(index * 1.5);
  }
  for (let index = 0; index < 5000; index += 1) assert.equal(column.at(index), index * 1.5);
  for (const index of [-1, 5000, 5119, 1e9]) assert.ok(Number.isNaN(column.at(index)), String(index));
});

it('takes numbers at any place, and keeps what was skipped free', () => {
  const column = new NumberColumn();
  for (const index of [63, 64, 1200, 3]) column.set(index, index);
  assert.equal(column.length, 1201);
  assert.deepEqual(
    [63, 64, 1200, 3].map((index) => column.at(index)),
    [63, 64, 1200, 3],
  );
  for (const index of [0, 62, 65, 511, 512, 1199]) assert.ok(Number.isNaN(column.at(index)), String(index));
  const whole = new NumberColumn(Uint32Array);
  whole.set(700, 2 ** 32 - 1);
  assert.deepEqual([whole.at(0), whole.at(699), whole.at(700), whole.length], [0, 0, 2 ** 32 - 1, 701]);
});
