import { decodeCue, encodeCue, readEvent, stateAt } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServiceError } from '../errors.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, Show, WrittenRecording } from '../test/local-recording.ts';
import { contents, portsOf, publicationOf } from '../test/publications.ts';
import { timelineIn } from '../test/replayed.ts';
import { readText, TEST_STORES } from '../test/stores.ts';
import type { TestStore } from '../test/stores.ts';
import { watchStore } from '../test/watched-store.ts';
import type { StoreWatch } from '../test/watched-store.ts';
import { parseMedia, parseMultivariant } from './media/parse-playlist.ts';
import type { PublicationPorts, PublishedArchive } from './publication.ts';
import { publishArchive } from './publish-archive.ts';
import { movePointers } from './steps/move-pointer.ts';

const cue = (n: number, show: readonly string[], extra = {}): string =>
  encodeCue({ e: 'sd26', n, show, ...extra });

/** A show with a restart and a repeated cue, cues of another event and texts that are none. */
const SHOW: Show = {
  durationSeconds: 44,
  restarts: [{ atSeconds: 25, gapSeconds: 40 }],
  script: [
    { picture: 37, text: cue(1, ['mug-red'], { set: { 'mug-red': { price: 900 } } }) },
    { picture: 187, text: cue(1, ['mug-red'], { set: { 'mug-red': { price: 900 } } }) },
    { picture: 300, text: encodeCue({ e: 'other', n: 9, show: ['elsewhere'] }) },
    { picture: 301, text: '{"quiz":true}' },
    { picture: 640, text: cue(2, ['lamp', 'mug-red'], { at: { lamp: [0.4, 0.6] } }) },
    { picture: 800, text: cue(3, []) },
    { picture: 1201, text: cue(4, ['scarf']) },
  ],
};

/** In frames of sound, which the first run's 25 s of pictures do not fill evenly: it ends with its last sound, a little after its last picture. */
const FIRST_RUN_SECONDS = (1172 * 1024) / 48_000;

/** Media time of a picture of the show. */
const timeOf = (picture: number): number =>
  picture < 750 ? picture / 30 : FIRST_RUN_SECONDS + (picture - 750) / 30;

let recordings: LocalRecordings;
let written: WrittenRecording;
before(async () => {
  recordings = await startLocalRecordings();
  written = await recordings.record(SHOW);
});
after(() => recordings.close());

/** A version, and the pointers moved to it. */
async function publish(
  store: ObjectStore,
  changes: Partial<PublicationPorts> = {},
  publication = publicationOf(written.prefix),
): Promise<{ archive: PublishedArchive; pointerKeys: readonly string[] }> {
  const ports = portsOf(recordings.store, store, changes);
  const archive = await publishArchive(publication, ports);
  const { event, updatedAt } = publication;
  return { archive, pointerKeys: await movePointers({ ...event, updatedAt }, archive.links, ports) };
}

for (const [name, open] of TEST_STORES) {
  describe(`publishArchive into a store: ${name}`, () => {
    let test: TestStore;
    before(async () => {
      test = await open();
    });
    after(() => test.close());

    it('gives the same bytes each time it is done, killed after any step or not', async () => {
      const [first, second] = [await test.another(), await test.another()];
      const steps: string[] = [];
      await publish(first, {
        checkpoint: (step) => {
          steps.push(step);
          return Promise.resolve();
        },
      });
      const expected = await contents(first);
      await publish(first);
      assert.deepEqual(await contents(first), expected);

      const pointers = ['v1/events/ev-1', 'v1/events/spring-drop'];
      for (const last of steps) {
        const killed = publish(second, {
          checkpoint: (step) =>
            step === last ? Promise.reject(new Error(`killed after ${step}`)) : Promise.resolve(),
        });
        await assert.rejects(killed, new RegExp(`killed after ${last}`));
        const visible = await Promise.all(
          pointers.map(async (key) => (await second.head(key)) !== undefined),
        );
        if (!last.startsWith('move-pointer')) assert.deepEqual(visible, [false, false], last);
        if (last.startsWith('move-pointer')) for (const key of pointers) await second.remove(key);
      }
      await publish(second);
      assert.deepEqual(await contents(second), expected);
    });
  });
}

describe('publishArchive', () => {
  let test: TestStore;
  before(async () => {
    test = await (TEST_STORES[0]?.[1] ?? assert.fail())();
  });
  after(() => test.close());

  it('leaves an archive that stands by itself: event, timeline, playlists and media, each reached from the pointer', async () => {
    const store = await test.another();
    const published = await publish(store);
    assert.deepEqual(published.pointerKeys, ['v1/events/ev-1', 'v1/events/spring-drop']);
    const pointer = await readText(store, 'v1/events/spring-drop');
    assert.equal(pointer, await readText(store, 'v1/events/ev-1'));
    const event = readEvent(JSON.parse(pointer ?? ''));
    assert.ok(event.ok);
    assert.deepEqual(event.value.playback, published.archive.links.playback);
    const { playback, timelineUrl, status, liveStateUrl, startedAt, endedAt, updatedAt } = event.value;
    assert.equal(playback?.type, 'archive');
    assert.deepEqual(
      { status, liveStateUrl, startedAt, endedAt, updatedAt },
      {
        status: 'archived',
        liveStateUrl: undefined,
        startedAt: '2026-03-05T07:08:09.000Z',
        endedAt: '2026-03-05T07:09:33.000Z',
        updatedAt: '2026-03-05T09:30:00.000Z',
      },
    );

    const resolve = (from: string, url: string): string =>
      new URL(url, `https://cdn.example/${from}`).pathname.slice(1);
    assert.ok((await timelineIn(store, resolve('v1/events/spring-drop', timelineUrl ?? ''))).cues.length > 0);
    const multivariantKey = resolve('v1/events/spring-drop', playback.url);
    const variants = parseMultivariant((await readText(store, multivariantKey)) ?? '', multivariantKey);
    assert.deepEqual(
      variants.map(({ uri }) => uri),
      ['media/720p30/playlist.m3u8', 'media/360p30/playlist.m3u8'],
    );
    assert.deepEqual(
      variants.map(({ bandwidth, frameRate }) => [bandwidth, frameRate]),
      [
        [600_000, 30],
        [300_000, 30],
      ],
    );
    for (const { uri } of variants) {
      const key = resolve(multivariantKey, uri);
      const text = (await readText(store, key)) ?? '';
      const sums = new Map<string, number>();
      for (const { uri: file, range } of parseMedia(text, key).segments) {
        const segmentKey = resolve(key, file);
        assert.equal(range?.offset, sums.get(segmentKey) ?? 0);
        sums.set(segmentKey, range.offset + range.length);
      }
      for (const [file, size] of sums)
        assert.equal((await store.head(file))?.size, size, 'the ranges cover each file');
      const total = [...text.matchAll(/#EXTINF:([\d.]+),/g)].reduce(
        (sum, [, value]) => sum + Number(value),
        0,
      );
      assert.ok(Math.abs(total - playback.duration) < 1e-3);
    }
    const copy = JSON.parse((await readText(store, 'archive/ev-1/1/event.json')) ?? '');
    assert.equal(copy.playback.url, 'multivariant.m3u8');
  });

  it('puts each cue at the picture into which it was written, through the restart', async () => {
    const store = await test.another();
    await publish(store);
    const timeline = await timelineIn(store);
    assert.deepEqual(
      timeline.cues.map(({ n }) => n),
      [1, 2, 3, 4],
    );
    for (const [index, picture] of [37, 640, 800, 1201].entries()) {
      const { time = NaN } = timeline.cues[index] ?? {};
      const at = timeOf(picture);
      assert.ok(
        at - time > -1e-9 && at - time < 2e-6,
        `cue ${String(index)} at ${String(time)}, its picture at ${String(at)}`,
      );
    }
    assert.deepEqual(stateAt(timeline, timeOf(36) + 0.03).show, []);
    assert.equal(JSON.stringify(stateAt(timeline, 22).at), '{"lamp":[0.4,0.6]}');
  });

  it('makes the same of a show in whose middle the 33 bits of its time stamps begin again', async () => {
    const texts = async (timestampOffset: number): Promise<Record<string, string>> => {
      const store = await test.another();
      const { prefix } = await recordings.record({ ...SHOW, timestampOffset });
      await publishArchive(publicationOf(prefix), portsOf(recordings.store, store));
      const all = Object.entries(await contents(store));
      return Object.fromEntries(all.filter(([key]) => !key.endsWith('.ts')));
    };
    // Within the second file of the first run, and not at its beginning.
    assert.deepEqual(await texts(2 ** 33 - 15 * 90_000), await texts(0));
  });

  it('maps media time to program time as the recording’s journal has it, and dates the playlists by the same numbers', async () => {
    const store = await test.another();
    await publish(store);
    const { clock, cues } = await timelineIn(store);
    assert.equal(clock.length, 2);
    for (const { text, programTime } of written.journal) {
      const decoded = decodeCue(text);
      const timed = decoded.ok && cues.find(({ n }) => n === decoded.cue.n);
      const entry = timed && clock.findLast(({ time }) => time <= timed.time);
      if (!entry) continue;
      const shown = entry.programTime + (timed.time - entry.time) * 1000;
      const first = written.journal.find((line) => line.text === text);
      if (first?.programTime === programTime) assert.ok(Math.abs(shown - programTime) < 1);
    }
    const playlist = parseMedia(
      (await readText(store, 'archive/ev-1/1/media/360p30/playlist.m3u8')) ?? '',
      'p',
    );
    const dates = playlist.segments.flatMap(({ programTime }) => programTime ?? []);
    assert.deepEqual(
      dates,
      clock.map(({ programTime }) => programTime),
    );
  });

  it('drops offers of the moment, unless the event wants them in the replay', async () => {
    const store = await test.another();
    await publish(store);
    assert.ok((await timelineIn(store)).cues.every(({ set }) => set === undefined));
    const wanted = publicationOf(written.prefix, { replayOffers: true, version: 2 });
    await publishArchive(wanted, portsOf(recordings.store, store));
    const { cues } = await timelineIn(store, 'archive/ev-1/2/timeline.json');
    assert.equal(JSON.stringify(cues[0]?.set), '{"mug-red":{"price":900}}');
  });

  it('writes no pointer once another publication has taken over, and is told when that happens in between', async () => {
    const store = await test.another();
    const lost = (): Promise<never> => Promise.reject(new ServiceError('PUBLICATION_SUPERSEDED'));
    await assert.rejects(publish(store, { fence: lost }), { code: 'PUBLICATION_SUPERSEDED' });
    assert.equal(await store.head('v1/events/ev-1'), undefined);
    let asked = 0;
    const fence = (): Promise<void> => ((asked += 1) > 1 ? lost() : Promise.resolve());
    await assert.rejects(publish(store, { fence }), { code: 'PUBLICATION_SUPERSEDED' });
  });

  it('copies only what is not there yet', async () => {
    const store = await test.another();
    await publish(store);
    let bytes = -1;
    await publish(store, {
      progress: (progress) => {
        if (progress.step === 'copy-media') bytes = progress.bytes;
      },
    });
    assert.equal(bytes, 0);
  });

  it('asks for no more than sixteen things at once, and copies while it reads', async () => {
    let [now, most] = [0, 0];
    const order: string[] = [];
    const watch: StoreWatch = {
      before: ({ operation, key }) => {
        if (operation !== 'list') most = Math.max(most, (now += 1));
        if (key.endsWith('.ts')) order.push(operation);
      },
      after: ({ operation }) => {
        if (operation !== 'list') now -= 1;
      },
    };
    const store = watchStore(await test.another(), watch);
    const openRecordings = (): ObjectStore => watchStore(recordings.store, watch);
    await publish(store, { openRecordings });
    assert.ok(most > 1 && most <= 16, String(most));
    assert.ok(order.indexOf('copy') < order.lastIndexOf('read'), order.join(' '));
  });

  it('stops at once when its signal aborts', async () => {
    const store = await test.another();
    const controller = new AbortController();
    const checkpoint = (step: string): Promise<void> => {
      if (step === 'copy-media') controller.abort();
      return Promise.resolve();
    };
    await assert.rejects(publish(store, { signal: controller.signal, checkpoint }), { name: 'AbortError' });
    assert.equal(await store.head('v1/events/ev-1'), undefined);
  });

  it('says in words what is wrong with a recording, and publishes nothing of it', async () => {
    const store = await test.another();
    const publishShow = async (faults: Show['faults']): Promise<unknown> => {
      const { prefix } = await recordings.record({
        durationSeconds: 24,
        script: [],
        ...(faults && { faults }),
      });
      return publishArchive(publicationOf(prefix), portsOf(recordings.store, store));
    };
    const missing = { missingSegment: { rendition: '360p30', file: 1 } };
    await assert.rejects(publishShow(missing), {
      code: 'SEGMENT_MISSING',
      message: /360p30\/1\.ts \(missing\)/,
    });
    await assert.rejects(publishShow({ noEndlist: true }), {
      code: 'RECORDING_UNFINISHED',
      message: /EXT-X-ENDLIST/,
    });
    const nowhere = publishArchive(publicationOf('ivs/v1/nowhere'), portsOf(recordings.store, store));
    await assert.rejects(nowhere, {
      code: 'RECORDING_MISSING',
      message: /nowhere\/events\/recording-ended\.json/,
    });
    assert.deepEqual(await contents(store), {});
  });
});
