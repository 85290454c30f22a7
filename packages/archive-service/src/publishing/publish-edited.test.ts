import { encodeCue, stateAt } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NO_EDITS } from '../database/documents.ts';
import type { Edits, Position } from '../database/documents.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { startLocalRecordings } from '../test/local-recording.ts';
import type { LocalRecordings, WrittenRecording } from '../test/local-recording.ts';
import { contents, portsOf, publicationOf } from '../test/publications.ts';
import { replay, timelineIn } from '../test/replayed.ts';
import type { Replayed } from '../test/replayed.ts';
import { TEST_STORES } from '../test/stores.ts';
import type { TestStore } from '../test/stores.ts';
import type { PublishedArchive } from './publication.ts';
import { publishArchive } from './publish-archive.ts';

const BEGIN = Date.UTC(2026, 2, 5, 7, 8, 9, 250);
const PLAYLIST = 'archive/ev-1/1/media/360p30/playlist.m3u8';
const at = (time: number): Position => ({ recording: 1, time });

/** 44 s in files of ten, and a cue every four seconds from the second one on. */
const SCRIPT = Array.from({ length: 11 }, (_, index) => ({
  picture: index * 120 + 30,
  text: encodeCue({ e: 'sd26', n: index + 1, show: [`p${String(index + 1)}`] }),
}));

let recordings: LocalRecordings;
let written: WrittenRecording;
let test: TestStore;
before(async () => {
  recordings = await startLocalRecordings();
  written = await recordings.record({ durationSeconds: 44, startedAt: BEGIN, script: SCRIPT });
  test = await (TEST_STORES[0]?.[1] ?? assert.fail())();
});
after(async () => {
  await test.close();
  await recordings.close();
});

interface Made extends PublishedArchive {
  readonly store: ObjectStore;
  readonly replayed: Replayed;
  readonly times: readonly (readonly [number, number])[];
}

/** Publishes and replays; each picture with a cue must show it, and every file that is there must be shown. */
async function publish(edits: Partial<Edits>): Promise<Made> {
  const store = await test.another();
  const publication = publicationOf(written.prefix, { edits: { ...NO_EDITS, ...edits } });
  const published = await publishArchive(publication, portsOf(recordings.store, store));
  const replayed = await replay(store, PLAYLIST, 'sd26');
  const timeline = await timelineIn(store);
  const moved = edits.cues?.map(({ n }) => n) ?? [];
  for (const { n, time } of replayed.cues)
    if (!moved.includes(n)) assert.equal(stateAt(timeline, time + 1e-5).n, n);
  const keys = Object.keys(await contents(store));
  assert.equal(keys.filter((key) => /360p30\/.*\.ts$/.test(key)).length, replayed.files.length);
  const times = timeline.cues.map(({ n, time }) => [n, Math.round(time * 100) / 100] as const);
  return { ...published, store, replayed, times };
}

describe('publishArchive with edits', () => {
  it('cuts out a pause, marks the join, and leaves nothing of it to be reached', async () => {
    const { replayed, times, outline, links } = await publish({ cuts: [{ from: at(9), to: at(31) }] });
    assert.deepEqual(
      outline.kept.map(({ from, to }) => [Math.round(from * 100) / 100, Math.round(to * 100) / 100]),
      [
        [0, 8],
        [30, 44.01],
      ],
    );
    assert.deepEqual(replayed.files, ['0-0.ts', '0-3.ts', '0-4.ts']);
    assert.equal(replayed.discontinuities.length, 1);
    assert.ok(Math.abs((replayed.discontinuities[0] ?? NaN) - 8) < 0.03);
    assert.ok(Math.abs(links.playback.duration - 22) < 0.05);
    assert.deepEqual(
      times.map(([n]) => n),
      [1, 2, 8, 9, 10, 11],
    );
    const [, , carried] = times;
    assert.ok(
      Math.abs((carried?.[1] ?? NaN) - 8) < 0.03,
      'what holds at the end of the cut is carried to the join',
    );
    assert.deepEqual(
      replayed.dates.map(({ programTime }) => Math.round((programTime - BEGIN) / 100) / 10),
      [0, 30],
    );
  });

  it('trims both ends, and carries in the state at the beginning', async () => {
    const { replayed, times, links, store } = await publish({ start: at(12.5), end: at(33.9) });
    assert.deepEqual(replayed.files, ['0-1.ts', '0-2.ts', '0-3.ts']);
    assert.deepEqual(times.slice(0, 2), [
      [3, 0],
      [4, 1],
    ]);
    assert.ok(Math.abs(links.playback.duration - 20) < 0.05);
    assert.deepEqual((await timelineIn(store)).clock, [{ time: 0, programTime: BEGIN + 12_000 }]);
    assert.ok(links.playback.starter, 'a starter can be made of what begins in the middle of a file');
  });

  it('corrects the time of a cue, and keeps the one at which it was sent', async () => {
    const { store } = await publish({ cues: [{ n: 3, at: at(6) }] });
    const moved = (await timelineIn(store)).cues.find(({ n }) => n === 3);
    assert.deepEqual([moved?.time, moved?.sentTime], [6, 9]);
  });

  it('says what is wrong with edits that leave nothing, and writes nothing', async () => {
    await assert.rejects(publish({ start: at(30), end: at(10) }), { code: 'EDIT_INVALID' });
  });
});
