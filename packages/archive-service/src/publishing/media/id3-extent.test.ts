import assert from 'node:assert/strict';
import { it } from 'node:test';
import { id3 } from '../../test/ts-writer.ts';
import { endsWithin } from './id3-extent.ts';

const CUE = Buffer.from('metadata.live-video.net\0{"vitrine":1,"n":1,"show":["ID3-123"]}');

it('an ID3 tag that ends where its data do is read, whatever its text is', () => {
  const tag = id3('PRIV', CUE);
  assert.ok(endsWithin(tag));
  assert.ok(endsWithin(Buffer.concat([tag, tag])));
  assert.ok(endsWithin(Buffer.concat([tag, Buffer.alloc(500)])));
  assert.ok(!endsWithin(tag.subarray(0, -20)));
});

it('an ID3 tag that claims to be longer than its data is not read', () => {
  const tag = id3('PRIV', CUE);
  const liar = Buffer.from(tag);
  liar.fill(0x7f, 6, 10);
  assert.ok(!endsWithin(liar));
  assert.ok(!endsWithin(Buffer.concat([tag, liar])));
});
