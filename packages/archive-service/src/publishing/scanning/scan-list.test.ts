import fc from 'fast-check';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { foundCut } from '../media/cut-finder.ts';
import { ScanList } from './scan-list.ts';
import type { FoundScan } from './scan-list.ts';

/** Ticks of whole streams, also of damaged ones. */
const ticks = fc.oneof(fc.integer({ min: 0, max: 2 ** 20 }), fc.integer({ min: -(2 ** 34), max: 2 ** 34 }));
const offset = fc.oneof(fc.nat(2 ** 24), fc.integer({ min: 0, max: 2 ** 40 }));
const cut = fc
  .tuple(offset, ticks, ticks, fc.oneof(ticks, fc.constant(Infinity)))
  .map(([at, picture, decode, sound]) => foundCut(at, picture, decode, sound));
const scan: fc.Arbitrary<FoundScan> = fc
  .tuple(fc.nat(), ticks, ticks, ticks, fc.array(cut, { maxLength: 6 }), fc.option(fc.boolean()))
  .map(([bytes, start, firstPicture, end, cuts, captions]) => ({
    ...{ bytes, start, firstPicture, end, cuts },
    ...(captions !== null && { captions }),
  }));

it('gives every scan back as it was set, in whichever order, small times or not', () => {
  fc.assert(
    fc.property(fc.array(scan, { maxLength: 80 }), fc.nat(), (scans, turn) => {
      const list = new ScanList(scans.length);
      for (let count = 0; count < scans.length; count += 1) {
        const index = (count + turn) % scans.length;
        const one = scans[index];
        if (one) list.set(index, one);
      }
      assert.deepEqual([...list].map(inFull), scans.map(inFull));
    }),
  );
});

it('keeps the limits of what 32 bits hold', () => {
  const edges = [2 ** 31 - 1, -(2 ** 31) + 1, 2 ** 31, -(2 ** 31), 0.5, 0];
  const list = new ScanList(edges.length);
  const scans = edges.map((delta) => ({
    ...{ bytes: 1, start: 7, firstPicture: 7, end: 8 },
    cuts: [foundCut(2 ** 32 - 1, 7 + delta, 7, 7 + delta), foundCut(0, 7, 7 + delta, Infinity)],
  }));
  for (const [index, one] of scans.entries()) list.set(index, one);
  assert.deepEqual([...list].map(inFull), scans.map(inFull));
});

function inFull({ bytes, start, firstPicture, end, cuts, captions }: FoundScan): FoundScan {
  return { bytes, start, firstPicture, end, cuts, captions };
}
