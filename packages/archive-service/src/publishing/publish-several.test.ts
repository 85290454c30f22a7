import { encodeCue, programTimeAt, stateAt } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ObjectStore } from '../stores/object-store.ts';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, Show, WrittenRecording } from '../test/local-recording.ts';
import { contents, portsOf, publicationOf } from '../test/publications.ts';
import { replay, timelineIn } from '../test/replayed.ts';
import { TEST_STORES } from '../test/stores.ts';
import type { TestStore } from '../test/stores.ts';
import type { Publication, PublishedArchive } from './publication.ts';
import { publishArchive } from './publish-archive.ts';

const BEGIN = Date.UTC(2026, 2, 5, 7, 8, 9, 250);
const RENDITIONS = ['720p30', '360p30'];
const playlist = (rendition: string, version = 1): string =>
  `archive/ev-1/${String(version)}/media/${rendition}/playlist.m3u8`;

/** `[second, n]`, by the show's clock: into a recording goes what was on the air while it ran, the current cue repeated every five seconds. */
const ON_AIR = [
  [4.1, 1],
  [17.3, 2],
  [28.5, 3],
  [61.7, 4],
  [69.2, 5],
] as const;

function show(from: number, durationSeconds: number): Show {
  const script = [];
  for (let picture = 0; picture < durationSeconds * 30; picture += 1) {
    const second = from + picture / 30;
    const current = ON_AIR.findLast(([at]) => at <= second + 1e-6);
    const isNew = current !== undefined && second - current[0] < 1 / 30 - 1e-6;
    if (current && (isNew || (picture > 0 && picture % 150 === 0)))
      script.push({
        picture,
        text: encodeCue({ e: 'sd26', n: current[1], show: [`p${String(current[1])}`] }),
      });
  }
  return { startedAt: BEGIN + from * 1000, durationSeconds, script };
}

let recordings: LocalRecordings;
/** 0 to 30 s; 24 to 40 s, six of which are the first one's, too; 60 to 76 s, after a gap; 5 to 15 s, all of which the first one has. */
let first: WrittenRecording;
let overlapping: WrittenRecording;
let late: WrittenRecording;
let contained: WrittenRecording;
let test: TestStore;
before(async () => {
  recordings = await startLocalRecordings();
  first = await recordings.record(show(0, 30));
  overlapping = await recordings.record(show(24, 16));
  late = await recordings.record(show(60, 16));
  contained = await recordings.record(show(5, 10));
  test = await (TEST_STORES[0]?.[1] ?? assert.fail())();
});
after(async () => {
  await test.close();
  await recordings.close();
});

async function publish(
  store: ObjectStore,
  written: readonly WrittenRecording[],
  changes: Partial<Publication> = {},
): Promise<PublishedArchive> {
  const sources = written.map(({ bucket, prefix }, index) => ({ id: index + 1, bucket, prefix }));
  return publishArchive(
    publicationOf('', { recordings: sources, ...changes }),
    portsOf(recordings.store, store),
  );
}

/** Each picture that carries something must show what was on the air with it, at its own program time. */
async function checkAgainstAir(store: ObjectStore, version = 1): Promise<void> {
  const timeline = await timelineIn(store, `archive/ev-1/${String(version)}/timeline.json`);
  for (const rendition of RENDITIONS) {
    const { cues, clocks, duration } = await replay(store, playlist(rendition, version), 'sd26');
    assert.ok(Math.abs(duration - (timeline.duration ?? NaN)) < 1e-3);
    for (const { n, time } of cues)
      assert.equal(stateAt(timeline, time + 1e-5).n, n, `${rendition} ${String(time)}`);
    for (const { programTime, time } of clocks)
      assert.ok(Math.abs((programTimeAt(timeline.clock, time + 1e-5) ?? NaN) - programTime) < 1);
  }
}

describe('publishArchive of several recordings', () => {
  it('makes one replay of them, in order, with a discontinuity and a clock entry at each join', async () => {
    const store = await test.another();
    const { outline, links } = await publish(store, [first, late]);
    await checkAgainstAir(store);
    const { clock, cues } = await timelineIn(store);
    const { discontinuities, dates, duration } = await replay(store, playlist('720p30'), 'sd26');
    const [join = NaN] = discontinuities;
    assert.equal(discontinuities.length, 1);
    assert.ok(Math.abs(join - 30) < 0.03, 'the first one ends with its last sound');
    assert.deepEqual(
      dates.map(({ programTime }) => programTime),
      clock.map(({ programTime }) => programTime),
    );
    assert.deepEqual(
      clock.map(({ programTime }) => programTime),
      [BEGIN, BEGIN + 60_000],
    );
    assert.deepEqual(
      cues.map(({ n }) => n),
      [1, 2, 3, 4, 5],
    );
    assert.ok(Math.abs(links.playback.duration - duration) < 1e-3);
    assert.deepEqual(
      outline.recordings.map(({ id, from }) => [id, from]),
      [
        [1, 0],
        [2, 0],
      ],
    );
    assert.deepEqual(
      [links.startedAt, links.endedAt],
      ['2026-03-05T07:08:09.000Z', '2026-03-05T07:09:25.000Z'],
    );
  });

  it('leaves out of a later one what an earlier one shows, and copies nothing of which nothing is shown', async () => {
    const store = await test.another();
    const { outline } = await publish(store, [first, contained, overlapping]);
    await checkAgainstAir(store);
    assert.deepEqual(
      outline.recordings.map(({ duration }) => Math.round(duration)),
      [30, 0, 10],
    );
    assert.equal(outline.recordings[2]?.from, 6);
    const { files } = await replay(store, playlist('360p30'), 'sd26');
    assert.deepEqual(files, ['0-0.ts', '0-1.ts', '0-2.ts', '2-0.ts', '2-1.ts']);
    const copied = Object.keys(await contents(store)).filter(
      (key) => key.includes('/360p30/') && key.endsWith('.ts'),
    );
    assert.equal(copied.length, files.length);
  });

  it('puts them in order by their own clock where the order given is another', async () => {
    const [given, sorted] = [await test.another(), await test.another()];
    await publish(sorted, [first, overlapping, late]);
    const { outline } = await publish(given, [late, first, overlapping]);
    assert.deepEqual(
      outline.recordings.map(({ id }) => id),
      [2, 3, 1],
    );
    assert.deepEqual(await timelineIn(given), await timelineIn(sorted));
  });

  it('takes a fragment that was found late into a new version, and leaves the old one as it is', async () => {
    const store = await test.another();
    await publish(store, [first]);
    const before = await contents(store);
    await publish(store, [first, overlapping], { version: 2 });
    await checkAgainstAir(store, 2);
    const afterwards = await contents(store);
    for (const [key, content] of Object.entries(before)) assert.equal(afterwards[key], content, key);
  });

  it('gives the same bytes each time', async () => {
    const [one, two] = [await test.another(), await test.another()];
    await publish(one, [first, overlapping, late]);
    await publish(two, [first, overlapping, late]);
    assert.deepEqual(await contents(one), await contents(two));
  });

  it('names the recording that cannot be published', async () => {
    const store = await test.another();
    const faults = { missingSegment: { rendition: '360p30', file: 1 } };
    const broken = await recordings.record({ ...show(80, 14), faults });
    await assert.rejects(publish(store, [first, broken]), {
      code: 'SEGMENT_MISSING',
      details: { files: 1, recording: 2 },
    });
  });
});
