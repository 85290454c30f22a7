import { encodeCue, readEvent } from '@vitrine/product-cues';
import type { Product } from '@vitrine/product-cues';
import { BufferSource, EncodedPacketSink, Input, MP4 } from 'mediabunny';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { NO_EDITS } from '../database/documents.ts';
import type { Edits } from '../database/documents.ts';
import { archivedEvent } from '../events/archived-event.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { startLocalRecordings, THUMBNAILS } from '../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../test/local-recording.ts';
import { portsOf, publicationOf, SPRING } from '../test/publications.ts';
import { readVtt } from '../test/read-vtt.ts';
import { listAll, readText, TEST_STORES } from '../test/stores.ts';
import type { TestStore } from '../test/stores.ts';
import { describeKey } from './archive-layout.ts';
import { publishArchive } from './publish-archive.ts';

const FOLDER = 'archive/ev-1/1';
const MEDIA = new URL('../../../../demo/media/', import.meta.url);

const products = ['mug', 'lamp'].map((id): Product => ({
  id,
  sku: id,
  title: `The ${id} & <more>`,
  url: `https://shop.example/${id}`,
  images: [],
  price: { amount: 1900, currency: 'EUR' },
  availability: 'in_stock',
}));
const cue = (n: number, show: readonly string[]): string => encodeCue({ e: 'sd26', n, show });
const SCRIPT = [
  { picture: 330, text: cue(1, ['mug']) },
  { picture: 630, text: cue(2, ['lamp', 'mug']) },
  { picture: 900, text: cue(3, []) },
];

let recordings: LocalRecordings;
let written: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  written = await recordings.record({ durationSeconds: 44, script: SCRIPT });
});
after(() => recordings.close());

const jpeg = (index: number): Promise<Buffer> => readFile(THUMBNAILS[index] ?? '');

async function bytesOf(store: ObjectStore, key: string): Promise<Buffer> {
  const object = await store.read(key);
  assert.ok(object, `there is no ${key}`);
  return buffer(object.body);
}

async function publish(
  store: ObjectStore,
  {
    edits = {},
    poster,
    prefix = written.prefix,
    source = recordings.store,
  }: {
    edits?: Partial<Edits>;
    poster?: string;
    prefix?: string;
    source?: ObjectStore;
  } = {},
) {
  const event = { ...SPRING, products, ...(poster !== undefined && { poster }) };
  const ports = portsOf(source, store);
  const publication = publicationOf(prefix, { event, edits: { ...NO_EDITS, ...edits } });
  const { links, outline } = await publishArchive(publication, ports);
  const read = readEvent(JSON.parse((await readText(store, `${FOLDER}/event.json`)) ?? ''));
  assert.ok(read.ok && read.value.playback?.type === 'archive');
  const thumbnails = async () => {
    const cues = readVtt((await readText(store, `${FOLDER}/thumbnails.vtt`)) ?? '');
    return Promise.all(
      cues.map(async ({ start, end, text }) => ({
        start,
        end,
        jpeg: await bytesOf(store, `${FOLDER}/${text}`),
      })),
    );
  };
  return { links, outline, event: read.value, playback: read.value.playback, thumbnails, ports };
}

for (const [name, open] of TEST_STORES) {
  describe(`what is published beside the media, into a store: ${name}`, () => {
    let test: TestStore;
    before(async () => {
      test = await open();
    });
    after(() => test.close());

    it('is reached from the event, with its types, and parses as a player reads it', async () => {
      const store = await test.another();
      const { playback, event, links, thumbnails } = await publish(store);
      const { starter } = playback;
      assert.ok(starter?.audio);
      const files = {
        [starter.video.url]: 'video/mp4',
        [starter.audio.url]: 'audio/mp4',
        [playback.chaptersUrl ?? '']: 'text/vtt; charset=utf-8',
        [playback.thumbnailsUrl ?? '']: 'text/vtt; charset=utf-8',
        [event.poster ?? '']: 'image/jpeg',
      };
      for (const [url, contentType] of Object.entries(files)) {
        const facts = await store.head(`${FOLDER}/${url}`);
        assert.equal(facts?.contentType, contentType, url);
        assert.match(facts.cacheControl, /immutable/);
      }
      assert.equal(links.poster, `../../${FOLDER}/poster.jpg`);
      assert.equal(playback.captions, false);
      assert.deepEqual(
        readVtt((await readText(store, `${FOLDER}/chapters.vtt`)) ?? '').map(({ start, end, text }) => [
          start,
          end,
          text,
        ]),
        [
          [11, 21, 'The mug & <more>'],
          [21, 30, 'The lamp & <more>'],
        ],
      );
      const pictures = await thumbnails();
      assert.deepEqual(
        pictures.map(({ start }) => start),
        [0, 10, 20, 30, 40],
      );
      assert.equal(pictures.at(-1)?.end, Math.round(playback.duration * 1000) / 1000);
      // Of the clip there is one for each four seconds: the nearest is what IVS's stand-in takes.
      for (const [index, nearest] of [0, 3, 5, 8, 10].entries())
        assert.deepEqual(pictures[index]?.jpeg, await jpeg(nearest));
      // The mug is shown from 11 s on.
      assert.deepEqual(await bytesOf(store, `${FOLDER}/poster.jpg`), await jpeg(5));
    });
  });
}

describe('what is published beside the media', () => {
  let test: TestStore;
  before(async () => {
    test = await (TEST_STORES[0]?.[1] ?? assert.fail)();
  });
  after(() => test.close());

  it('follows the edits: nothing of what was cut is left, and the starter begins where the replay does', async () => {
    const [whole, edited] = [await test.another(), await test.another()];
    const uncut = await publish(whole);
    const at = (time: number) => ({ recording: 1, time });
    const { playback, outline, thumbnails } = await publish(edited, {
      edits: { start: at(8), cuts: [{ from: at(18), to: at(32) }], poster: at(41) },
    });
    assert.deepEqual(
      outline.kept.map(({ from, to }) => [Math.round(from), Math.round(to)]),
      [
        [8, 18],
        [32, 44],
      ],
    );
    const pictures = await thumbnails();
    assert.deepEqual(
      pictures.map(({ start }) => Math.round(start)),
      [0, 10],
    );
    assert.deepEqual(pictures[0]?.jpeg, await jpeg(3));
    assert.deepEqual(pictures[1]?.jpeg, await jpeg(10));
    const files = await listAll(edited, `${FOLDER}/thumbnails/`);
    assert.equal(files.length, 2, 'thumbnails of what was cut lie in the version');
    assert.deepEqual(await bytesOf(edited, `${FOLDER}/poster.jpg`), await jpeg(10));

    assert.ok(playback.starter && uncut.playback.starter);
    const starter = await bytesOf(edited, `${FOLDER}/starter/video.mp4`);
    assert.notDeepEqual(starter, await bytesOf(whole, `${FOLDER}/starter/video.mp4`));
    using input = new Input({ source: new BufferSource(starter), formats: [MP4] });
    const [track] = await input.getTracks();
    const first = track && (await new EncodedPacketSink(track).getFirstPacket());
    assert.equal(first?.timestamp, 0);
    // The keyframe at 8 s is what the first range of the same rendition holds, but for start codes.
    const playlist = (await readText(edited, `${FOLDER}/media/360p30/playlist.m3u8`)) ?? '';
    const [, length = '', offset = '', uri = ''] = /BYTERANGE:(\d+)@(\d+)\n(.+)/.exec(playlist) ?? [];
    const file = await bytesOf(edited, `${FOLDER}/media/360p30/${uri}`);
    const range = file.subarray(Number(offset), Number(offset) + Number(length));
    // A picture lies in packets: some of its pieces are whole.
    const pieces = [1, 2, 3, 4].map((index) =>
      Buffer.from(first.data.subarray(-60 * index - 60, -60 * index)),
    );
    assert.ok(
      pieces.some((piece) => range.includes(piece)),
      'another picture than the first one of the replay',
    );
  });

  it('shows the catalogue’s poster before its own, also when that comes later, unless an editor chose another', async () => {
    const poster = 'https://shop.example/poster.jpg';
    const { event, links } = await publish(await test.another(), { poster });
    assert.equal(event.poster, poster);
    assert.equal(archivedEvent({ ...SPRING, poster }, links).poster, poster);
    assert.equal(archivedEvent(SPRING, links).poster, `../../${FOLDER}/poster.jpg`);
    const edits = { poster: { recording: 1, time: 0 } };
    const chosen = await publish(await test.another(), { poster, edits });
    assert.equal(chosen.event.poster, 'poster.jpg');
    assert.equal(archivedEvent({ ...SPRING, poster }, chosen.links).poster, `../../${FOLDER}/poster.jpg`);
  });

  it('takes for a thumbnail only what is one', async () => {
    const { prefix } = await recordings.record({ durationSeconds: 44, script: SCRIPT });
    const put = (path: string, body: string) =>
      recordings.store.write(`${prefix}/media/thumbnails/${path}`, body, describeKey('x.jpg'));
    await put('thumb1.jpg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await put('thumb2.jpg', '');
    await put('thumb3000.jpg', '\u00ff\u00d8\u00ff');
    await put('thumb04.jpg', 'x');
    await put('thumb5.jpg.html', 'x');
    await recordings.store.remove(`${prefix}/media/thumbnails/thumb3.jpg`);
    const store = await test.another();
    const { thumbnails, ports } = await publish(store, { prefix });
    const pictures = await thumbnails();
    assert.deepEqual(
      pictures.map(({ start }) => start),
      [0, 40],
    );
    assert.deepEqual(ports.warnings, ['thumbnails that are no JPEG are left out']);
  });

  it('says nothing of what a recording does not have, and publishes without', async () => {
    const { prefix } = await recordings.record({ durationSeconds: 10, script: [] });
    for (const { key } of await listAll(recordings.store, `${prefix}/media/thumbnails/`))
      await recordings.store.remove(key);
    const { playback, event } = await publish(await test.another(), { prefix });
    assert.equal(playback.thumbnailsUrl, undefined);
    assert.equal(playback.chaptersUrl, undefined);
    assert.equal(event.poster, undefined);
    assert.ok(playback.starter);
  });

  it('tells of captions that the pictures carry, and makes a starter without sound where there is none', async () => {
    const source = await test.another();
    const put = async (path: string, body: string | Buffer) => {
      await source.write(`captioned/${path}`, body, describeKey(path));
    };
    const hls = {
      path: 'media/hls',
      playlist: 'master.m3u8',
      renditions: [
        { path: '90p30', playlist: 'playlist.m3u8', resolution_width: 160, resolution_height: 90 },
      ],
    };
    await put(
      'events/recording-ended.json',
      JSON.stringify({ recording_status: 'RECORDING_ENDED', media: { hls } }),
    );
    await put('media/hls/master.m3u8', '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=90000\n90p30/playlist.m3u8\n');
    await put(
      'media/hls/90p30/playlist.m3u8',
      '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n0.ts\n#EXT-X-ENDLIST\n',
    );
    await put('media/hls/90p30/0.ts', await readFile(new URL('show-captions.ts', MEDIA)));
    const { playback } = await publish(await test.another(), { source, prefix: 'captioned' });
    assert.equal(playback.captions, true);
    assert.ok(playback.starter);
    assert.equal(playback.starter.audio, undefined);
    assert.equal(playback.starter.duration, 2);
  });
});
