import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createMeter } from './publication-meter.ts';
import type { PublicationProgress, PublicationStep } from './publication.ts';

function part(step: PublicationStep, done: number, total: number, bytes = 0): PublicationProgress {
  return { step, done, total, bytes };
}

it('counts the steps of two recordings together, and never goes back', () => {
  const meter = createMeter(2);
  const told: number[] = [];
  for (let recording = 0; recording < 2; recording += 1) {
    for (const step of ['read-playlists', 'verify-media'] as const)
      told.push(meter(part(step, 0, 1)).percent);
    for (let done = 0; done <= 4; done += 1) told.push(meter(part('scan-media', done, 4, done * 10)).percent);
  }
  assert.deepEqual(told, [0, 0, 4, 9, 14, 19, 24, 24, 24, 28, 33, 38, 43, 48]);
  assert.equal(meter(part('assemble', 0, 1)).bytes, 80);
});

it('shows the copies while others are written beside them, and is done with both', () => {
  const meter = createMeter(1);
  for (const step of ['read-playlists', 'verify-media', 'scan-media', 'assemble'] as const)
    meter(part(step, 0, 1));
  const before = meter(part('copy-media', 0, 1)).percent;
  assert.equal(before, 48);
  assert.equal(meter(part('write-timeline', 0, 1)).percent, before, 'no copy is done yet');
  const half = meter(part('copy-media', 50, 100, 500));
  assert.deepEqual([half.percent, half.objects, half.bytes], [before + 22, 50, 500]);
  const beside = meter(part('write-thumbnails', 5, 10, 70));
  assert.deepEqual(
    [beside.percent, beside.step, beside.done, beside.total, beside.objects, beside.bytes],
    [half.percent + 2, 'copy-media', 50, 100, 50, 570],
  );
  const copied = meter(part('copy-media', 100, 100, 1000));
  assert.deepEqual([copied.percent, copied.step, copied.done], [beside.percent + 22, 'write-thumbnails', 5]);
  const last = meter(part('write-thumbnails', 10, 10, 140));
  assert.deepEqual([last.step, last.done, last.objects, last.bytes], ['write-thumbnails', 10, 100, 1140]);
  assert.ok(meter(part('move-pointer', 1, 1)).percent <= 99);
});
