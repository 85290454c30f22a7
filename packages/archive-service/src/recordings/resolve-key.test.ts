import assert from 'node:assert/strict';
import { it } from 'node:test';
import { resolveKey } from './resolve-key.ts';

const root = 'ivs/v1/1/abc/2026/3/5/7/8/xyz';
const base = `${root}/media/hls/720p30/playlist.m3u8`;

it('finds files beside and above, by whatever form of the URI', () => {
  assert.equal(resolveKey(base, '0.ts', root), `${root}/media/hls/720p30/0.ts`);
  assert.equal(resolveKey(base, '../a%20b/0.ts?x=1#y', root), `${root}/media/hls/a b/0.ts`);
  assert.equal(resolveKey(base, `/${root}/media/0.ts`, root), `${root}/media/0.ts`);
});

it('refuses what leads out of the recording, and repeats little of it', () => {
  const uris = [
    '../../../../elsewhere/0.ts',
    '%2e%2e/%2e%2e/%2e%2e/%2e%2e/0.ts',
    'a%2f..%2f..%2f..%2f..%2f..%2fz',
    '\\..\\..\\..\\..\\0.ts',
    '//evil.example/0.ts',
    'https://evil.example/0.ts',
    'file:///etc/passwd',
    '%zz',
    `https://evil.example/${'x'.repeat(100_000)}`,
  ];
  for (const uri of uris) {
    assert.throws(
      () => resolveKey(base, uri, root),
      (error) =>
        error instanceof Error &&
        'code' in error &&
        error.code === 'RECORDING_INVALID' &&
        error.message.length < 400,
      uri.slice(0, 60),
    );
  }
});
