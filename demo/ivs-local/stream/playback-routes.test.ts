import { parse, type types } from 'hls-parser';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startIvsLocal, type IvsLocal } from '../start-ivs-local.ts';
import { readSegment } from '../test/read-segment.ts';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';

let ivs: IvsLocal;
before(async () => {
  ivs = await startIvsLocal({ clip: SAMPLE_CLIP, windowSegments: 6 });
});
after(() => ivs.close());

async function multivariant(url: string): Promise<types.MasterPlaylist> {
  const playlist = parse(await (await fetch(url)).text());
  assert.ok(playlist.isMasterPlaylist);
  return playlist as types.MasterPlaylist;
}

async function mediaPlaylist(url: string | URL): Promise<types.MediaPlaylist> {
  const playlist = parse(await (await fetch(url)).text());
  assert.ok(!playlist.isMasterPlaylist);
  return playlist as types.MediaPlaylist;
}

/** On air for some seconds already, so that the window has slid. */
async function onAir(prerollSeconds: number, fromFrame = 0) {
  const channel = await ivs.createChannel('playback');
  const { startedAt } = await ivs.goLive(channel.arn, { prerollSeconds, fromFrame });
  const { variants } = await multivariant(channel.playbackUrl);
  return { ...channel, startedAt, urls: variants.map(({ uri }) => new URL(uri, channel.playbackUrl)) };
}

test('the multivariant playlist describes every rendition', async () => {
  const { playbackUrl } = await onAir(4);
  const { variants } = await multivariant(playbackUrl);
  assert.deepEqual(
    variants.map(({ bandwidth, resolution, frameRate }) => ({ bandwidth, resolution, frameRate })),
    [
      { bandwidth: 700_000, resolution: { width: 1280, height: 720 }, frameRate: 30 },
      { bandwidth: 300_000, resolution: { width: 640, height: 360 }, frameRate: 30 },
    ],
  );
  for (const { codecs } of variants) assert.match(codecs ?? '', /^avc1\.64[0-9A-F]{4},mp4a\.40\.2$/);
});

test('the window slides, with program time for each segment, the same in every rendition', async () => {
  const { urls, startedAt } = await onAir(30);
  const [high, low] = await Promise.all(urls.map(mediaPlaylist));
  assert.ok(high && low);
  assert.equal(high.segments.length, 6);
  const first = high.mediaSequenceBase ?? 0;
  assert.ok(first >= 9);
  assert.ok(!high.endlist);
  assert.equal(high.targetDuration, 2);
  for (const playlist of [high, low]) {
    for (const { mediaSequenceNumber, programDateTime, duration } of playlist.segments) {
      assert.equal(duration, 2);
      assert.equal(programDateTime?.getTime(), startedAt + mediaSequenceNumber * 2000);
    }
  }
});

test('where the clip starts over there is a discontinuity, counted when it has left the window', async () => {
  const within = await onAir(10, 2880 - 120);
  const playlist = await mediaPlaylist(within.urls[0] ?? '');
  assert.deepEqual(playlist.segments.map(({ discontinuity }) => discontinuity === true).slice(0, 4), [
    false,
    false,
    true,
    false,
  ]);
  assert.equal(playlist.discontinuitySequenceBase ?? 0, 0);
  const beyond = await onAir(30, 2880 - 120);
  const later = await mediaPlaylist(beyond.urls[0] ?? '');
  assert.equal(later.discontinuitySequenceBase, 1);
  assert.ok(later.segments.every(({ discontinuity }) => discontinuity !== true));
});

test('segments load from any origin, a little longer than they are listed', async () => {
  const { urls } = await onAir(30);
  const [url = ''] = urls;
  const { segments, mediaSequenceBase = 0 } = await mediaPlaylist(url);
  for (const name of [segments[0]?.uri ?? '', `${mediaSequenceBase - 1}.ts`]) {
    const answer = await fetch(new URL(name, url), { headers: { origin: 'https://shop.example' } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('content-type'), 'video/mp2t');
    assert.equal(readSegment(new Uint8Array(await answer.arrayBuffer())).pictures.length, 60);
  }
});

test('a text that is sent now is in a segment that comes, and in the journal', async () => {
  const { arn, urls } = await onAir(4);
  const place = ivs.putMetadata(arn, 'hello');
  assert.ok(place);
  const isWritten = () => ivs.journal(arn).some(({ text }) => text === 'hello');
  while (!isWritten()) await new Promise((resolve) => setImmediate(resolve));
  const [entry] = ivs.journal(arn);
  assert.deepEqual(
    { frame: entry?.frame, pts: entry?.pts, loop: entry?.loop },
    { frame: place.frame, pts: place.pts, loop: 0 },
  );
  assert.ok(entry && entry.programTime >= entry.at && entry.programTime - entry.at <= 1000 / 30);
  const [url = ''] = urls;
  const { segments } = await mediaPlaylist(url);
  const last = await fetch(new URL(segments.at(-1)?.uri ?? '', url));
  const { tags } = readSegment(new Uint8Array(await last.arrayBuffer()));
  assert.deepEqual(tags.at(-1), {
    pts: entry.pts,
    key: 'PRIV',
    info: 'metadata.live-video.net',
    text: 'hello',
  });
});

test('a stopped stream ends its playlists and cannot be joined any more', async () => {
  const { arn, playbackUrl, urls } = await onAir(5);
  await ivs.stopStream(arn);
  const playlist = await mediaPlaylist(urls[0] ?? '');
  assert.ok(playlist.endlist);
  assert.equal((await fetch(playbackUrl)).status, 404);
});

test('an unknown channel, rendition or segment is 404', async () => {
  const { urls } = await onAir(4);
  const [url = ''] = urls;
  for (const wrong of [
    `${ivs.url}/hls/nothing/master.m3u8`,
    new URL('999.ts', url),
    new URL('../9p/playlist.m3u8', url),
  ]) {
    assert.equal((await fetch(wrong)).status, 404);
  }
});
