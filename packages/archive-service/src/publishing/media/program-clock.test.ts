import assert from 'node:assert/strict';
import { it } from 'node:test';
import { layOut } from './media-time.ts';
import { programClock } from './program-clock.ts';
import { SegmentClocks } from './segment-clocks.ts';

const START = Date.UTC(2026, 2, 5, 8);
/** The last moment that is a date at all. */
const LAST = 8.64e15;

function clockOf(inBand: number, inPlaylist: number | undefined): number | undefined {
  const scan = { start: 90_000, end: 270_000, firstPicture: 90_000 };
  const mediaTime = layOut([{ scan, discontinuity: false }]);
  assert.ok(mediaTime);
  const clocks = new SegmentClocks();
  clocks.take({ segment: 0, pts: 90_000, programTime: inBand });
  const source = { segments: [{ programTime: inPlaylist }] };
  return programClock([{ mediaTime, scans: [scan], source, found: { clocks } }])[0];
}

it('goes by the stream before the playlist, and by no time that a show cannot have', () => {
  assert.equal(clockOf(START, START + 5_000), START);
  assert.equal(clockOf(LAST, START + 5_000), START + 5_000);
  assert.equal(clockOf(0, LAST), undefined);
  assert.equal(clockOf(-1, undefined), undefined);
});
