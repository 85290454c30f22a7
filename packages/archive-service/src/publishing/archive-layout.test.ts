import assert from 'node:assert/strict';
import { it } from 'node:test';
import { archiveLayout, describeKey, pointerKey, relativeUrl } from './archive-layout.ts';

it('makes URLs that lead from one key to another', () => {
  const { multivariant, timeline, event, playlist, segment } = archiveLayout('ev-1', 3);
  const pairs = [
    [pointerKey('ev-1'), multivariant],
    [pointerKey('spring-drop'), timeline],
    [multivariant, playlist('720p30')],
    [playlist('720p30'), segment(0, '720p30', 12)],
    [event, timeline],
    ['a/b', 'a b/ü?#.ts'],
  ] as const;
  for (const [from, to] of pairs) {
    const url = new URL(relativeUrl(from, to), `https://cdn.example/${from}`);
    assert.equal(decodeURIComponent(url.pathname), `/${to}`);
  }
  assert.equal(relativeUrl(pointerKey('ev-1'), multivariant), '../../archive/ev-1/3/multivariant.m3u8');
  assert.equal(relativeUrl(playlist('720p30'), segment(0, '720p30', 12)), '0-12.ts');
});

it('lets pointers be asked for again soon, and versions never', () => {
  const { multivariant, segment } = archiveLayout('ev-1', 3);
  assert.deepEqual(describeKey(pointerKey('name.with.dots')).contentType, 'application/json');
  assert.match(describeKey(pointerKey('ev-1')).cacheControl, /max-age=5\b/);
  assert.match(describeKey(multivariant).cacheControl, /immutable/);
  assert.equal(describeKey(multivariant).contentType, 'application/vnd.apple.mpegurl');
  assert.equal(describeKey(segment(0, '720p30', 0)).contentType, 'video/mp2t');
  assert.equal(describeKey('archive/ev-1/3/strange.xyz').contentType, 'application/octet-stream');
});
