import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CueError } from './cue-error.ts';
import { decodeCue } from './decode-cue.ts';
import { encodeCue } from './encode-cue.ts';
import type { ProductCue } from './product-cue.ts';

describe('encodeCue', () => {
  it('writes the version first and leaves out what the cue does not have', () => {
    assert.equal(encodeCue({ n: 0, show: [] }), '{"vitrine":1,"n":0,"show":[]}');
    assert.equal(
      encodeCue({
        set: { mug: { availability: 'out_of_stock', price: 1900 } },
        at: { mug: [0.42, 0.61] },
        show: ['mug'],
        n: 17,
        e: 'sd26',
      }),
      '{"vitrine":1,"e":"sd26","n":17,"show":["mug"],"at":{"mug":[0.42,0.61]},"set":{"mug":{"price":1900,"availability":"out_of_stock"}}}',
    );
  });

  it('takes exactly 1,024 bytes of UTF-8, and refuses one more with the size', () => {
    const rest = '{"vitrine":1,"n":1,"show":[""]}'.length;
    // Two bytes each in UTF-8, one character each: the limit counts bytes.
    const id = 'é'.repeat((1024 - rest - 1) / 2) + 'x';
    assert.equal(Buffer.byteLength(encodeCue({ n: 1, show: [id] })), 1024);
    assert.throws(
      () => encodeCue({ n: 1, show: [`${id}x`] }),
      (error) =>
        error instanceof CueError &&
        error.code === 'CUE_TOO_LARGE' &&
        error.bytes === 1025 &&
        error.message.includes('1025 bytes'),
    );
  });

  it('counts the characters of a key as JSON Schema does', () => {
    const e = '☕🫖'.repeat(6);
    assert.deepEqual(decodeCue(encodeCue({ e, n: 1, show: [] })), { ok: true, cue: { e, n: 1, show: [] } });
  });

  const invalid: readonly [why: string, cue: object, field: string][] = [
    ['a missing n', { show: [] }, 'cue.n is missing'],
    ['a negative n', { n: -1, show: [] }, 'cue.n is -1'],
    ['a fraction as n', { n: 1.5, show: [] }, 'cue.n is 1.5'],
    ['an n that JSON cannot carry', { n: 2 ** 53, show: [] }, 'cue.n is 9007199254740992'],
    ['no show', { n: 1 }, 'cue.show is missing'],
    ['an empty product id', { n: 1, show: ['mug', ''] }, 'cue.show[1] is ""'],
    ['a product shown twice', { n: 1, show: ['mug', 'mug'] }, 'none twice'],
    ['more products than can be drawn', { n: 1, show: Array.from({ length: 51 }, String) }, 'at most 50'],
    ['a key that is too long', { n: 1, show: [], e: 'thirteen-char' }, 'at most 12 characters'],
    ['a hotspot outside the picture', { n: 1, show: [], at: { mug: [0, 1.1] } }, 'cue.at.mug'],
    ['a hotspot that is no number', { n: 1, show: [], at: { mug: [NaN, 0] } }, 'cue.at.mug'],
    ['a price below zero', { n: 1, show: [], set: { mug: { price: -1 } } }, 'cue.set.mug.price is -1'],
    ['an unknown availability', { n: 1, show: [], set: { mug: { availability: 'soon' } } }, 'in_stock or'],
  ];
  for (const [why, cue, words] of invalid) {
    it(`refuses ${why}, naming the field`, () => {
      assert.throws(
        () => encodeCue(cue as ProductCue),
        (error) => error instanceof CueError && error.code === 'CUE_INVALID' && error.message.includes(words),
      );
    });
  }
});
