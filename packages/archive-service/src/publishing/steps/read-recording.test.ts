import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openRecording } from '../../recordings/open-recording.ts';
import { mediaFile } from '../../test/ts-writer.ts';
import { contents, portsOf, publicationOf } from '../../test/publications.ts';
import { readText, TEST_STORES } from '../../test/stores.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import { publishArchive } from '../publish-archive.ts';
import { readPlaylists } from './read-playlists.ts';

const PREFIX = 'ivs/v1/1/abc/2026/3/5/7/8/xyz';
const HEADERS = { contentType: 'text/plain', cacheControl: '' };
const signal = new AbortController().signal;

/** Recordings that no encoder of ours would make: each file as a test wants it. */
async function recordingOf(
  t: { after(act: () => Promise<void>): void },
  files: Readonly<Record<string, string | Uint8Array>>,
  renditions: readonly object[] = [
    { path: '720p30', playlist: 'playlist.m3u8', resolution_height: 720, resolution_width: 1280 },
  ],
): Promise<{ recordings: ObjectStore; store: ObjectStore }> {
  const test = await (TEST_STORES[0]?.[1] ?? assert.fail())();
  t.after(() => test.close());
  const ended = {
    recording_status: 'RECORDING_ENDED',
    media: { hls: { path: 'media/hls', playlist: 'master.m3u8', renditions } },
  };
  const all = { 'events/recording-ended.json': JSON.stringify(ended), ...files };
  for (const [name, content] of Object.entries(all))
    await test.store.write(`${PREFIX}/${name}`, content, HEADERS);
  return { recordings: test.store, store: await test.another() };
}

const playlist = (...lines: readonly string[]): string =>
  ['#EXTM3U', '#EXT-X-TARGETDURATION:10', '#EXT-X-PLAYLIST-TYPE:EVENT', ...lines, '#EXT-X-ENDLIST'].join(
    '\n',
  );
const file = (uri: string): string => `#EXTINF:2.000,\n${uri}`;

const publish = ({
  recordings,
  store,
}: {
  recordings: ObjectStore;
  store: ObjectStore;
}): ReturnType<typeof publishArchive> => publishArchive(publicationOf(PREFIX), portsOf(recordings, store));

describe('recordings of others', () => {
  it('are published where there is no multivariant playlist, no byte ranges, and numbers skip', async (t) => {
    const stores = await recordingOf(t, {
      'media/hls/720p30/playlist.m3u8': playlist(file('1.ts'), file('7.ts')),
      'media/hls/720p30/1.ts': mediaFile({ start: 0 }),
      'media/hls/720p30/7.ts': mediaFile({ start: 180_000 }),
    });
    assert.equal((await publish(stores)).links.playback.duration, 4);
    const text = await readText(stores.store, 'archive/ev-1/1/media/720p30/playlist.m3u8');
    assert.deepEqual(text?.match(/^\d-\d\.ts$/gm), ['0-0.ts', '0-0.ts', '0-1.ts', '0-1.ts']);
    assert.match(
      (await readText(stores.store, 'archive/ev-1/1/multivariant.m3u8')) ?? '',
      /RESOLUTION=1280x720/,
    );
  });

  it('are published where the multivariant playlist is damaged, or leads elsewhere', async (t) => {
    for (const master of [
      '',
      '#EXTM3U\n#EXT-X-STREAM-INF:BANDW',
      '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttps://elsewhere.example/1.m3u8\n',
    ]) {
      const stores = await recordingOf(t, {
        'media/hls/master.m3u8': master,
        'media/hls/720p30/playlist.m3u8': playlist(file('0.ts')),
        'media/hls/720p30/0.ts': mediaFile({ start: 0 }),
      });
      assert.equal((await publish(stores)).links.playback.duration, 2, master);
    }
  });

  it('are sorted, named safely, and leave sound without pictures aside', async (t) => {
    const rendition = (path: string, height?: number): object => ({
      path,
      playlist: 'playlist.m3u8',
      ...(height !== undefined && { resolution_height: height, resolution_width: height * 2 }),
    });
    const names = ['low', 'a b', 'audio'];
    const files = names.flatMap((name) => [
      [`media/hls/${name}/playlist.m3u8`, playlist(file('0.ts'))] as const,
      [`media/hls/${name}/0.ts`, mediaFile()] as const,
    ]);
    const stores = await recordingOf(t, Object.fromEntries(files), [
      rendition('low', 160),
      rendition('audio'),
      rendition('a b', 720),
    ]);
    await publish(stores);
    const folders = new Set(
      Object.keys(await contents(stores.store)).flatMap((key) => /media\/([^/]+)/.exec(key)?.[1] ?? []),
    );
    assert.deepEqual([...folders].sort(), ['low', 'rendition-0']);
  });

  it('show the pictures of a rendition whose size only the multivariant playlist tells', async (t) => {
    const master =
      '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=600000,RESOLUTION=1280x720\n720p30/playlist.m3u8\n' +
      '#EXT-X-STREAM-INF:BANDWIDTH=64000\naudio/playlist.m3u8\n';
    const names = ['720p30', 'audio'];
    const files = names.flatMap((name) => [
      [`media/hls/${name}/playlist.m3u8`, playlist(file('0.ts'))] as const,
      [`media/hls/${name}/0.ts`, mediaFile()] as const,
    ]);
    const stores = await recordingOf(
      t,
      { 'media/hls/master.m3u8': master, ...Object.fromEntries(files) },
      names.map((path) => ({ path, playlist: 'playlist.m3u8' })),
    );
    await publish(stores);
    const made = (await readText(stores.store, 'archive/ev-1/1/multivariant.m3u8')) ?? '';
    assert.match(made, /RESOLUTION=1280x720/);
    assert.doesNotMatch(made, /audio/);
  });

  it('keep their renditions apart, whatever these are called', async (t) => {
    const names = ['rendition-1', 'x/rendition-1', 'z z'];
    const files = names.flatMap((name) => [
      [`media/hls/${name}/playlist.m3u8`, playlist(file('0.ts'))] as const,
      [`media/hls/${name}/0.ts`, mediaFile()] as const,
    ]);
    const stores = await recordingOf(
      t,
      Object.fromEntries(files),
      names.map((path) => ({ path, playlist: 'playlist.m3u8', resolution_height: 720 })),
    );
    await publish(stores);
    const keys = Object.keys(await contents(stores.store)).filter((key) => key.endsWith('/0-0.ts'));
    assert.equal(keys.length, names.length);
  });

  it('are served whole where no keyframe can be cut at', async (t) => {
    const stores = await recordingOf(t, {
      'media/hls/720p30/playlist.m3u8': playlist(file('0.ts')),
      'media/hls/720p30/0.ts': mediaFile({ pictures: 90, gop: 900 }),
    });
    await publish(stores);
    const text = (await readText(stores.store, 'archive/ev-1/1/media/720p30/playlist.m3u8')) ?? '';
    assert.doesNotMatch(text, /BYTERANGE/);
    assert.match(text, /#EXTINF:3\.000000,\n0-0\.ts/);
  });

  it('leave a rendition out that has other discontinuities than the best one', async (t) => {
    const rendition = (path: string, height: number): object => ({
      path,
      playlist: 'p.m3u8',
      resolution_height: height,
      resolution_width: 2 * height,
    });
    const stores = await recordingOf(
      t,
      {
        'media/hls/hi/p.m3u8': playlist(file('0.ts'), file('1.ts')),
        'media/hls/hi/0.ts': mediaFile({ start: 0 }),
        'media/hls/hi/1.ts': mediaFile({ start: 180_000 }),
        'media/hls/lo/p.m3u8': playlist(file('0.ts'), '#EXT-X-DISCONTINUITY', file('1.ts')),
        'media/hls/lo/0.ts': mediaFile({ start: 0 }),
        'media/hls/lo/1.ts': mediaFile({ start: 180_000 }),
      },
      [rendition('hi', 720), rendition('lo', 360)],
    );
    const ports = portsOf(stores.recordings, stores.store);
    await publishArchive(publicationOf(PREFIX), ports);
    assert.doesNotMatch((await readText(stores.store, 'archive/ev-1/1/multivariant.m3u8')) ?? '', /lo\//);
    assert.equal(ports.warnings.filter((warning) => warning.includes('discontinuities')).length, 1);
    const media = Object.keys(await contents(stores.store)).filter((key) => key.endsWith('.ts'));
    assert.deepEqual(
      media.sort(),
      ['0-0.ts', '0-1.ts'].map((name) => `archive/ev-1/1/media/hi/${name}`),
      'its files were copied before that was known, and are removed',
    );
  });

  it('are refused in words, wherever they are damaged', async (t) => {
    const good = { 'media/hls/720p30/0.ts': mediaFile() };
    const cases: readonly (readonly [string, Record<string, string | Uint8Array>, object])[] = [
      ['no playlist', {}, { code: 'RECORDING_MISSING', message: /720p30\/playlist\.m3u8/ }],
      [
        'no list',
        { 'media/hls/720p30/playlist.m3u8': 'oops' },
        { code: 'RECORDING_INVALID', message: /playlist\.m3u8/ },
      ],
      [
        'empty list',
        { 'media/hls/720p30/playlist.m3u8': playlist() },
        { code: 'SEGMENT_MISSING', message: /lists no media file/ },
      ],
      [
        'empty file',
        {
          'media/hls/720p30/playlist.m3u8': playlist(file('0.ts'), file('1.ts')),
          'media/hls/720p30/1.ts': '',
        },
        { code: 'SEGMENT_MISSING', message: /1\.ts \(empty\)/ },
      ],
      [
        'no video',
        {
          'media/hls/720p30/playlist.m3u8': playlist(file('0.ts'), file('1.ts')),
          'media/hls/720p30/1.ts': 'nothing',
        },
        { code: 'MEDIA_UNSUPPORTED', message: /1\.ts/ },
      ],
      ...[
        'https://evil.example/0.ts',
        '../../../../../../../../secret/0.ts',
        '//evil.example/0.ts',
        '%2e%2e%2f0.ts',
      ].map(
        (uri) =>
          [
            uri,
            { 'media/hls/720p30/playlist.m3u8': playlist(file(uri)) },
            { code: /RECORDING_INVALID|SEGMENT_MISSING/ },
          ] as const,
      ),
    ];
    for (const [name, files, error] of cases) {
      const stores = await recordingOf(t, { ...good, ...files });
      await assert.rejects(publish(stores), error, name);
      assert.equal(await stores.store.head('v1/events/ev-1'), undefined);
    }
  });

  it('are refused where recording-ended.json is not what IVS writes, naming the field', async (t) => {
    const ended = (json: unknown): Record<string, string> => ({
      'events/recording-ended.json': typeof json === 'string' ? json : JSON.stringify(json),
    });
    const hls = { path: 'media/hls', playlist: 'master.m3u8' };
    const cases = [
      ['{', /not JSON/],
      [[], /must be object/],
      [
        { recording_status: 'RECORDING_ENDED', media: { hls: { ...hls, renditions: [] } } },
        /\/media\/hls\/renditions/,
      ],
      [
        { recording_status: 'RECORDING_ENDED', media: { hls: { ...hls, renditions: [{ path: 7 }] } } },
        /\/media\/hls\/renditions\/0/,
      ],
    ] as const;
    for (const [json, message] of cases) {
      const { recordings } = await recordingOf(t, ended(json));
      await assert.rejects(openRecording(recordings, PREFIX, signal), { code: 'RECORDING_INVALID', message });
    }
  });

  it('that ended with a failure are published as far as they go', async (t) => {
    const renditions = [
      { path: '720p30', playlist: 'playlist.m3u8', resolution_height: 720, resolution_width: 1280 },
    ];
    const failed = {
      recording_status: 'RECORDING_ENDED_WITH_FAILURE',
      media: { hls: { path: 'media/hls', playlist: 'master.m3u8', renditions } },
    };
    const { recordings, store } = await recordingOf(t, {
      'events/recording-failed.json': JSON.stringify(failed),
      'media/hls/720p30/playlist.m3u8': playlist(file('0.ts')),
      'media/hls/720p30/0.ts': mediaFile(),
    });
    await recordings.remove(`${PREFIX}/events/recording-ended.json`);
    assert.equal((await publish({ recordings, store })).links.playback.duration, 2);
  });

  it('tell their times in one form, and no time that is none', async (t) => {
    const hls = {
      path: 'media/hls',
      playlist: 'master.m3u8',
      renditions: [{ path: 'r', playlist: 'p.m3u8', resolution_height: 720 }],
    };
    const stores = await recordingOf(t, {
      'events/recording-ended.json': JSON.stringify({
        recording_status: 'RECORDING_ENDED',
        recording_started_at: 'this morning',
        recording_ended_at: '2026-03-05T09:09:33+02:00',
        media: { hls },
      }),
      'media/hls/r/p.m3u8': playlist(file('0.ts')),
      'media/hls/r/0.ts': mediaFile(),
    });
    const { startedAt: _announced, ...publication } = publicationOf(PREFIX).event;
    const { links } = await publishArchive(
      { ...publicationOf(PREFIX), event: publication },
      portsOf(stores.recordings, stores.store),
    );
    const { startedAt, endedAt } = links;
    assert.deepEqual({ startedAt, endedAt }, { startedAt: undefined, endedAt: '2026-03-05T07:09:33.000Z' });
  });

  it('tell their own byte ranges by file, and lose nothing where that playlist is damaged', async (t) => {
    const rendition = {
      path: 'r',
      playlist: 'p.m3u8',
      byte_range_playlist: 'b.m3u8',
      resolution_height: 720,
      resolution_width: 1280,
    };
    const ranges = (...lines: readonly string[]): string => playlist('#EXT-X-VERSION:4', ...lines);
    for (const [text, expected] of [
      [
        ranges('#EXTINF:1,', '#EXT-X-BYTERANGE:5@0', '0.ts', '#EXTINF:1,', '#EXT-X-BYTERANGE:6', '0.ts'),
        [
          { offset: 0, length: 5 },
          { offset: 5, length: 6 },
        ],
      ],
      ['damaged', []],
      [ranges('#EXTINF:1,', '#EXT-X-BYTERANGE:5@0', 'https://evil.example/0.ts'), []],
    ] as const) {
      const { recordings } = await recordingOf(
        t,
        { 'media/hls/r/p.m3u8': playlist(file('0.ts')), 'media/hls/r/b.m3u8': text },
        [rendition],
      );
      const [read] = await readPlaylists(await openRecording(recordings, PREFIX, signal), signal);
      const own = read?.segments.at(0)?.ownRanges.map(({ offset, length }) => ({ offset, length }));
      assert.deepEqual(own, expected);
    }
  });
});
