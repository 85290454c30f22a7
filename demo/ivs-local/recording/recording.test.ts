import { parse, type types } from 'hls-parser';
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startIvsLocal, type IvsLocal } from '../start-ivs-local.ts';
import { readSegment } from '../test/read-segment.ts';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';

const STARTED_AT = Date.UTC(2026, 2, 5, 7, 8, 9, 250);
let folder: string;
let ivs: IvsLocal;
let channelArn: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivs-local-'));
  ivs = await startIvsLocal({ clip: SAMPLE_CLIP, recordings: pathToFileURL(folder).href });
  ({ arn: channelArn } = await ivs.createChannel('recorded', {
    bucket: 'shows',
    thumbnailIntervalSeconds: 10,
  }));
});
after(async () => {
  await ivs.close();
  await rm(folder, { recursive: true, force: true });
});

type Show = Omit<Parameters<IvsLocal['writeFinishedRecording']>[0], 'channelArn' | 'script'>;

async function record(show: Show, script: readonly { text: string; atSeconds: number }[] = []) {
  const written = await ivs.writeFinishedRecording({ channelArn, startedAt: STARTED_AT, script, ...show });
  const path = (name: string) => join(folder, written.bucket, written.prefix, name);
  const text = (name: string) => readFile(path(name), 'utf8');
  const playlist = async (name: string) => parse(await text(`media/hls/${name}`)) as types.MediaPlaylist;
  return { ...written, path, text, playlist };
}

test('a recording lies in the bucket as IVS leaves it', async () => {
  const { prefix, path } = await record({ durationSeconds: 25 });
  const id = channelArn.split('/')[1];
  assert.match(prefix, new RegExp(`^ivs/v1/123456789012/${id}/2026/3/5/7/8/\\w{12}$`));
  const files = await readdir(path(''), { recursive: true, withFileTypes: true });
  const names = files.filter((f) => f.isFile()).map((f) => relative(path(''), join(f.parentPath, f.name)));
  const rendition = ['byte-range-variant.m3u8', 'playlist.m3u8', '0.ts', '1.ts', '2.ts'];
  const expected = [
    'events/recording-started.json',
    'events/recording-ended.json',
    'media/hls/master.m3u8',
    'media/hls/byte-range-multivariant.m3u8',
    ...['720p30', '360p30'].flatMap((name) => rendition.map((file) => `media/hls/${name}/${file}`)),
    ...[0, 1, 2].map((n) => `media/thumbnails/thumb${n}.jpg`),
    'media/latest_thumbnail/thumb.jpg',
  ];
  assert.deepEqual(names.sort(), expected.sort());
});

test('thumbnail N is the picture at N times the interval, also across the end of the clip and within one segment', async () => {
  const thumbnail = (index: number) => readFile(SAMPLE_CLIP.thumbnails?.paths[index] ?? '');
  const { path } = await record({ durationSeconds: 24, fromFrame: 2640 });
  // From 88 s on: the clip ends 8 s later.
  for (const [number, shown] of [22, 1, 3].entries()) {
    assert.deepEqual(await readFile(path(`media/thumbnails/thumb${number}.jpg`)), await thumbnail(shown));
  }
  const dense = await ivs.createChannel('dense', { bucket: 'shows', thumbnailIntervalSeconds: 1 });
  const { prefix } = await ivs.writeFinishedRecording({
    channelArn: dense.arn,
    script: [],
    durationSeconds: 8,
  });
  const names = await readdir(join(folder, 'shows', prefix, 'media/thumbnails'));
  assert.deepEqual(
    names.sort(),
    Array.from({ length: 8 }, (_, number) => `thumb${number}.jpg`),
  );
});

test('recording-ended.json tells where everything is and how long it is', async () => {
  const { text, durationMs } = await record({ durationSeconds: 12.5 });
  const ended = JSON.parse(await text('events/recording-ended.json'));
  assert.equal(durationMs, 12_500);
  assert.equal(ended.media.hls.duration_ms, 12_500);
  assert.equal(ended.recording_status, 'RECORDING_ENDED');
  assert.equal(ended.recording_started_at, '2026-03-05T07:08:09Z');
  assert.equal(ended.channel_arn, channelArn);
  const { hls, thumbnails } = ended.media;
  await text(`${hls.path}/${hls.playlist}`);
  await text(`${hls.path}/${hls.byte_range_playlist}`);
  for (const rendition of hls.renditions) await text(`${hls.path}/${rendition.path}/${rendition.playlist}`);
  assert.equal(thumbnails.resolution_width, 256);
  assert.equal(JSON.parse(await text('events/recording-started.json')).recording_status, 'RECORDING_STARTED');
});

test('playlists are EVENT with ENDLIST, files of about ten seconds, and IVS’s own tags', async () => {
  const { text, playlist } = await record({ durationSeconds: 25 });
  const raw = await text('media/hls/720p30/playlist.m3u8');
  for (const tag of [
    '#EXT-X-VERSION:3',
    '#ID3-EQUIV-TDTG:2026-03-05T07:08:34',
    '#EXT-X-TWITCH-ELAPSED-SECS:0.000',
    '#EXT-X-TWITCH-TOTAL-SECS:25.000',
  ]) {
    assert.ok(raw.includes(`${tag}\n`), tag);
  }
  const { playlistType, endlist, segments } = await playlist('720p30/playlist.m3u8');
  assert.equal(playlistType, 'EVENT');
  assert.ok(endlist);
  assert.deepEqual(
    segments.map(({ uri, duration }) => [uri, duration]),
    [
      ['0.ts', 10],
      ['1.ts', 10],
      ['2.ts', 5],
    ],
  );
  assert.deepEqual(
    segments.map((s) => s.programDateTime?.getTime()),
    [0, 10, 20].map((s) => STARTED_AT + s * 1000),
  );
});

test('byte ranges cover the files exactly, each from the tables and a keyframe', async () => {
  const { playlist, path } = await record({ durationSeconds: 25 });
  const ranges = (await playlist('360p30/byte-range-variant.m3u8')).segments;
  assert.equal(ranges.length, 13);
  const read = new Map<string, number>();
  for (const { uri, byterange, programDateTime } of ranges) {
    const file = await readFile(path(`media/hls/360p30/${uri}`));
    const offset = read.get(uri) ?? 0;
    assert.equal(byterange?.offset, offset);
    const range = file.subarray(offset, offset + (byterange?.length ?? 0));
    read.set(uri, offset + range.length);
    const { keyframes, tags } = readSegment(range);
    assert.equal(keyframes, 1);
    assert.equal(JSON.parse(tags[0]?.text ?? '').transc_r, programDateTime?.getTime());
  }
  for (const [uri, bytes] of read)
    assert.equal((await readFile(path(`media/hls/360p30/${uri}`))).length, bytes);
});

test('discontinuities lie between files, at a loop of the clip and at a restart of the encoder', async () => {
  const restarts = [{ atSeconds: 23, gapSeconds: 40 }];
  const show = { durationSeconds: 40, fromFrame: 2880 - 450, restarts };
  const { playlist, path, notification } = await record(show, [{ text: 'after the gap', atSeconds: 30 }]);
  const { segments } = await playlist('720p30/playlist.m3u8');
  assert.deepEqual(
    segments.map(({ uri, duration, discontinuity }) => [uri, duration, discontinuity === true]),
    // The clip has 16 s left from its keyframe; a number is left out where the encoder had stopped.
    [
      ['0.ts', 10, false],
      ['1.ts', 6, false],
      ['2.ts', 7, true],
      ['4.ts', 10, true],
      ['5.ts', 7, false],
    ],
  );
  assert.equal(segments[3]?.programDateTime?.getTime(), STARTED_AT + 63_000);
  const bytes = await readFile(path('media/hls/720p30/4.ts'));
  assert.ok(readSegment(bytes).tags.some(({ text }) => text === 'after the gap'));
  const ids = notification.detail['recording_session_stream_ids'];
  assert.ok(Array.isArray(ids) && ids.length === 2 && ids[1] === notification.detail['stream_id']);
});

test('what the script says stands in the files at the pictures that the journal names', async () => {
  const script = [
    { text: 'at once', atSeconds: 0 },
    { text: 'x'.repeat(1024), atSeconds: 11.01 },
    { text: 'in the second loop', atSeconds: 97 },
  ];
  const { journal, playlist, path } = await record({ durationSeconds: 100 }, script);
  assert.deepEqual(
    journal.filter(({ rendition }) => rendition === '720p30').map(({ frame, loop }) => [frame, loop]),
    [
      [0, 0],
      [331, 0],
      [30, 1],
    ],
  );
  for (const name of ['720p30', '360p30']) {
    const { segments } = await playlist(`${name}/playlist.m3u8`);
    const files = await Promise.all(segments.map(({ uri }) => readFile(path(`media/hls/${name}/${uri}`))));
    const found = files.flatMap((file) => readSegment(file).tags).filter(({ key }) => key === 'PRIV');
    const written = journal.filter(({ rendition }) => rendition === name);
    assert.deepEqual(
      found.map(({ pts, text }) => [pts, text]),
      written.map(({ pts, text }) => [pts, text]),
    );
  }
});

test('the notification has the documented fields', async () => {
  const { notification, prefix } = await record({ durationSeconds: 12.5 });
  assert.equal(notification['detail-type'], 'IVS Recording State Change');
  assert.equal(notification.source, 'aws.ivs');
  assert.deepEqual(notification.resources, [channelArn]);
  const { detail } = notification;
  assert.deepEqual(Object.keys(detail).sort(), [
    'channel_name',
    'recording_duration_ms',
    'recording_s3_bucket_name',
    'recording_s3_key_prefix',
    'recording_session_id',
    'recording_session_stream_ids',
    'recording_status',
    'recording_status_reason',
    'stream_id',
  ]);
  assert.equal(detail['recording_status'], 'Recording End');
  assert.equal(detail['recording_s3_key_prefix'], prefix);
  assert.equal(detail['recording_duration_ms'], 13_000);
  assert.notEqual(detail['recording_session_id'], prefix.split('/').at(-1));
});

test('a recording can lack a file or its ENDLIST', async () => {
  const faults = { missingSegment: { rendition: '720p30', file: 1 }, noEndlist: true };
  const { playlist, path } = await record({ durationSeconds: 25, faults });
  const { segments, endlist } = await playlist('720p30/playlist.m3u8');
  assert.ok(!endlist);
  assert.equal(segments[1]?.uri, '1.ts');
  await assert.rejects(readFile(path('media/hls/720p30/1.ts')), { code: 'ENOENT' });
  await readFile(path('media/hls/360p30/1.ts'));
});

test('ten minutes are written much faster than they last', async () => {
  const before = performance.now();
  const { durationMs } = await record({ durationSeconds: 600 });
  assert.equal(durationMs, 600_000);
  assert.ok(performance.now() - before < 60_000);
});

test('on air, the recording grows while the stream goes on, and is complete when it has been stopped', async () => {
  const { arn } = await ivs.createChannel('grows', { bucket: 'shows' });
  await ivs.goLive(arn, { prerollSeconds: 22 });
  const finished = await ivs.stopStream(arn);
  assert.ok(finished);
  const path = join(folder, finished.bucket, finished.prefix, 'media/hls/720p30/playlist.m3u8');
  const { segments, endlist } = parse(await readFile(path, 'utf8')) as types.MediaPlaylist;
  assert.ok(endlist);
  assert.deepEqual(
    segments.map(({ uri }) => uri),
    ['0.ts', '1.ts', '2.ts'],
  );
  const total = segments.reduce((sum, { duration }) => sum + duration, 0);
  assert.ok(Math.abs(total * 1000 - finished.durationMs) < 2);
});
