import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { ServiceError } from '../errors.ts';
import { describeKey } from '../publishing/archive-layout.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { TEST_STORES } from '../test/stores.ts';
import type { TestStore } from '../test/stores.ts';
import { openRecording } from './open-recording.ts';
import { readRecordingEnded } from './recording-ended.ts';
import { recordingThumbnails } from './recording-thumbnails.ts';

const PREFIX = 'ivs/v1/123456789012/abc/2026/3/5/7/8/hour';
const { signal } = new AbortController();
const GROWING = '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10.000,\n0.ts\n';
const FINISHED = `${GROWING}#EXT-X-ENDLIST\n`;

function said(status: string, media: object = {}): string {
  const renditions = ['720p30', '160p30'].map((path) => ({ path, playlist: 'playlist.m3u8' }));
  const hls = { path: 'media/hls', playlist: 'master.m3u8', renditions };
  return JSON.stringify({ version: 'v1', recording_status: status, media: { hls, ...media } });
}

describe('a recording', () => {
  let folder: TestStore;
  before(async () => {
    const [, openStore] = TEST_STORES[0] ?? assert.fail();
    folder = await openStore();
  });
  after(() => folder.close());
  const open = async (files: Record<string, string>): Promise<ObjectStore> => {
    const store = await folder.another();
    for (const [name, text] of Object.entries(files)) {
      await store.write(`${PREFIX}/${name}`, text, describeKey(name));
    }
    return store;
  };
  const started = { 'events/recording-started.json': said('RECORDING_STARTED') };
  const playlists = {
    'media/hls/720p30/playlist.m3u8': FINISHED,
    'media/hls/160p30/playlist.m3u8': FINISHED.replaceAll('\n', '\r\n').trim().replaceAll('\r', ''),
  };
  const anyway = { evenIfUnannounced: true };

  it('is opened by what IVS said last of it', async () => {
    const files = { ...started, 'events/recording-failed.json': said('RECORDING_ENDED_WITH_FAILURE') };
    const failed = await openRecording(await open(files), PREFIX, signal, anyway);
    assert.equal(failed.ended.recording_status, 'RECORDING_ENDED_WITH_FAILURE');
    const all = { ...files, 'events/recording-ended.json': said('RECORDING_ENDED') };
    const ended = await openRecording(await open(all), PREFIX, signal);
    assert.equal(ended.ended.recording_status, 'RECORDING_ENDED');
  });

  it('of whose end IVS wrote nothing is opened only when asked, and when all of its playlists have ended', async () => {
    const store = await open({ ...started, ...playlists });
    await assert.rejects(openRecording(store, PREFIX, signal), { code: 'RECORDING_MISSING' });
    const recording = await openRecording(store, PREFIX, signal, anyway);
    assert.equal(recording.ended.recording_status, 'RECORDING_STARTED');

    for (const [name, text] of [
      ['has no EXT-X-ENDLIST', GROWING],
      ['has no EXT-X-ENDLIST', `${GROWING}#EXT-X-ENDLIST\n#EXTINF:9,\n1.ts\n`],
      ['has no EXT-X-ENDLIST', ''],
    ] as const) {
      const growing = await open({ ...started, ...playlists, 'media/hls/160p30/playlist.m3u8': text });
      await assert.rejects(openRecording(growing, PREFIX, signal, anyway), {
        code: 'RECORDING_UNFINISHED',
        message: new RegExp(`160p30/playlist.m3u8 ${name}`),
      });
    }
    await store.remove(`${PREFIX}/media/hls/720p30/playlist.m3u8`);
    await assert.rejects(openRecording(store, PREFIX, signal, anyway), { code: 'RECORDING_UNFINISHED' });
    await assert.rejects(openRecording(store, `${PREFIX}/none`, signal, anyway), {
      code: 'RECORDING_MISSING',
    });
  });

  it('is refused where its JSON is far larger than IVS’s', async () => {
    const padded = said('RECORDING_ENDED') + ' '.repeat(300_000);
    const store = await open({ 'events/recording-ended.json': padded });
    await assert.rejects(openRecording(store, PREFIX, signal), { code: 'RECORDING_INVALID' });
  });

  it('tells where its thumbnails lie, and none where they are not named as IVS does', async () => {
    const thumbnailsOf = async (thumbnails: unknown): Promise<unknown> => {
      const store = await open({ 'events/recording-ended.json': said('RECORDING_ENDED', { thumbnails }) });
      return recordingThumbnails(await openRecording(store, PREFIX, signal));
    };
    const size = { resolution_height: 480, resolution_width: 852 };
    const prefix = `${PREFIX}/media/thumbnails/`;
    assert.deepEqual(await thumbnailsOf({ path: 'media/thumbnails', ...size }), {
      prefix,
      width: 852,
      height: 480,
    });
    assert.deepEqual(await thumbnailsOf({ path: 'media/thumbnails/', resolution_height: 'big' }), {
      prefix,
      width: undefined,
      height: undefined,
    });
    for (const strange of [
      null,
      [],
      7,
      {},
      { path: '' },
      { path: '../../other' },
      { path: '//evil.example' },
    ]) {
      assert.equal(await thumbnailsOf(strange), undefined, JSON.stringify(strange));
    }
  });
});

describe('recording-ended.json from anywhere', () => {
  const path = fc.oneof(fc.string(), fc.constantFrom('media/hls', '..', '/', 'https://x/', '%', 'a b'));
  const odd = fc.oneof(fc.jsonValue(), path, fc.integer());
  const shaped = fc.record({
    recording_status: fc.oneof(fc.string(), odd),
    recording_started_at: odd,
    media: fc.record({
      hls: fc.record({
        path,
        playlist: path,
        renditions: fc.array(
          fc.record(
            { path, playlist: path, byte_range_playlist: path, resolution_height: odd },
            { requiredKeys: ['path'] },
          ),
        ),
      }),
      thumbnails: fc.oneof(odd, fc.record({ path, resolution_width: odd, resolution_height: odd })),
    }),
  });

  it('is read or refused by name, and never anything else', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      shaped.map((json) => JSON.stringify(json)),
    );
    let read = 0;
    fc.assert(
      fc.property(text, (content) => {
        try {
          const ended = readRecordingEnded(content, 'the.json');
          read += 1;
          const found = recordingThumbnails({ prefix: PREFIX, ended });
          assert.ok(found === undefined || found.prefix.startsWith(`${PREFIX}/`));
        } catch (error) {
          assert.ok(error instanceof ServiceError && error.code === 'RECORDING_INVALID', String(error));
          assert.ok(error.message.length < 2000);
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(read > 0, 'some of them are well-formed');
  });
});
