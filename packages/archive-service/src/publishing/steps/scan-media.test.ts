import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describeKey } from '../archive-layout.ts';
import { keyframeRanges } from '../media/keyframe-ranges.ts';
import { scanSegment } from '../media/scan-segment.ts';
import { SourceSegments } from '../media/source-segments.ts';
import { portsOf } from '../../test/publications.ts';
import { TEST_STORES } from '../../test/stores.ts';
import { pat, picture, pmt, sound } from '../../test/ts-writer.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import type { SourceRendition } from './read-playlists.ts';
import { scanMedia } from './scan-media.ts';
import type { ScannedRendition } from './scan-media.ts';

const FRAME = 3000;
const RANGE_TICKS = 20 * FRAME;

/** How an encoder of a test writes one rendition. */
interface Writing {
  readonly name: string;
  readonly height: number;
  /** Ticks from decoding to showing. */
  readonly delay: number;
  /** By how much the first sound of a range lies before its keyframe. */
  readonly lead: number;
  readonly filler: number;
  /** Whether its playlist of byte ranges is there. */
  readonly own: boolean;
  /** A file from which on its pictures come so many ticks later. */
  readonly slip?: { readonly from: number; readonly ticks: number } | undefined;
}

const WRITING: Writing = { name: 'x', height: 360, delay: 0, lead: 900, filler: 20, own: true };

/** One file of some ranges, each a PAT, a PMT, a keyframe, pictures and sound; and where each begins. */
function fileOf(writing: Writing, start: number, ranges: number): { bytes: Buffer; offsets: number[] } {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  for (let range = 0; range < ranges; range += 1) {
    offsets.push(parts.reduce((sum, { length }) => sum + length, 0));
    parts.push(pat(), pmt());
    for (let index = 0; index < RANGE_TICKS / FRAME; index += 1) {
      const pts = start + range * RANGE_TICKS + index * FRAME;
      parts.push(
        picture(pts, { key: index === 0, dts: pts - writing.delay, filler: writing.filler }),
        sound(pts - writing.lead),
      );
    }
  }
  return { bytes: Buffer.concat(parts), offsets };
}

interface Recording {
  readonly files: number;
  readonly ranges: number;
  /** Files at which time stamps begin anew. */
  readonly restarts: readonly number[];
}

/** A recording in a store that counts what is read of it. */
async function record(
  t: { after(act: () => Promise<void>): void },
  { files, ranges, restarts }: Recording,
  writings: readonly Writing[],
): Promise<{
  store: ObjectStore;
  sources: SourceRendition[];
  sizes: Map<SourceRendition, Float64Array>;
  whole: string[];
}> {
  const test = await (TEST_STORES[0]?.[1] ?? assert.fail())();
  t.after(() => test.close());
  const sizes = new Map<SourceRendition, Float64Array>();
  const sources: SourceRendition[] = [];
  for (const writing of writings) {
    const segments = new SourceSegments();
    const bytes = new Float64Array(files);
    const spans: [string, number, number][] = [];
    let start = 90_000;
    for (let index = 0; index < files; index += 1) {
      const restart = restarts.includes(index);
      if (restart) start = 7_000_000 + index;
      const slip = writing.slip && index >= writing.slip.from ? writing.slip.ticks : 0;
      const file = fileOf(writing, start + slip, ranges);
      start += ranges * RANGE_TICKS;
      const key = `${writing.name}/${String(index)}.ts`;
      await test.store.write(key, file.bytes, describeKey(key));
      segments.push(key, restart, undefined);
      bytes[index] = file.bytes.length;
      for (const [at, offset] of file.offsets.entries())
        spans.push([key, offset, (file.offsets[at + 1] ?? file.bytes.length) - offset]);
    }
    if (writing.own)
      for (const [key, offset, length] of spans) segments.pushRange(key, { offset, length }, 0.667);
    const source: SourceRendition = {
      path: writing.name,
      playlistKey: `${writing.name}/p.m3u8`,
      width: writing.height * 2,
      height: writing.height,
      variant: undefined,
      ended: true,
      segments,
    };
    sources.push(source);
    sizes.set(source, bytes);
  }
  const whole: string[] = [];
  const { store: inner } = test;
  const store: ObjectStore = {
    read: (key, options) => {
      if (!options?.range) whole.push(key);
      return inner.read(key, options);
    },
    write: (...given) => inner.write(...given),
    head: (...given) => inner.head(...given),
    list: (...given) => inner.list(...given),
    folders: (...given) => inner.folders(...given),
    copyFrom: (...given) => inner.copyFrom(...given),
    remove: (...given) => inner.remove(...given),
  };
  return { store, sources, sizes, whole };
}

async function scan(recording: Awaited<ReturnType<typeof record>>): Promise<readonly ScannedRendition[]> {
  const { store, sources, sizes } = recording;
  return scanMedia({ store }, sources, sizes, undefined, portsOf(store, store));
}

/** What each file really holds, and what was said of it, as a playlist would tell it. */
async function assertTrue(store: ObjectStore, scanned: readonly ScannedRendition[]): Promise<void> {
  for (const { source, scans } of scanned) {
    assert.equal(scans.length, source.segments.length);
    for (const [index, { key, ownRanges }] of [...source.segments].entries()) {
      const said = scans.at(index);
      const body = (await store.read(key))?.body;
      const real = await scanSegment(body ?? Readable.from([]), () => undefined);
      assert.ok(said && real, key);
      assert.deepEqual(keyframeRanges(said, ownRanges), keyframeRanges(real, ownRanges), key);
      assert.deepEqual([said.bytes, said.start, said.end], [real.bytes, real.start, real.end], key);
    }
  }
}

const THREE: readonly Writing[] = [
  { ...WRITING, name: 'hi', height: 720, delay: 2 * FRAME, filler: 400 },
  { ...WRITING, name: 'mid', height: 480, filler: 200, delay: FRAME },
  { ...WRITING, name: 'lo', height: 160 },
];
const SHOW: Recording = { files: 24, ranges: 3, restarts: [] };

describe('scanMedia', () => {
  it('reads two renditions in full, and knows the best one by samples to the tick', async (t) => {
    const recording = await record(t, SHOW, THREE);
    const scanned = await scan(recording);
    assert.deepEqual(
      scanned.map(({ source, found }) => [source.path, found !== undefined]),
      [
        ['hi', false],
        ['mid', true],
        ['lo', true],
      ],
    );
    const best = recording.whole.filter((key) => key.startsWith('hi/'));
    assert.deepEqual(best, ['hi/23.ts'], 'only the last file, where the next run would begin');
    await assertTrue(recording.store, scanned);
  });

  it('goes through restarts, and takes each beginning and end from the files themselves', async (t) => {
    const recording = await record(t, { ...SHOW, restarts: [7, 8, 20] }, THREE);
    const scanned = await scan(recording);
    assert.equal(recording.whole.filter((key) => key.startsWith('hi/')).length, 4);
    await assertTrue(recording.store, scanned);
  });

  it('reads in full what is cut otherwise, wherever that begins', async (t) => {
    const [hi = WRITING, ...others] = THREE;
    const cases: readonly Partial<Writing>[] = [
      { own: false },
      { lead: 400 },
      { slip: { from: 0, ticks: 1 } },
      { slip: { from: 12, ticks: FRAME } },
      { slip: { from: 23, ticks: 1 } },
    ];
    for (const change of cases) {
      const recording = await record(t, SHOW, [{ ...hi, ...change }, ...others]);
      const scanned = await scan(recording);
      assert.ok(scanned[0]?.found, JSON.stringify(change));
      await assertTrue(recording.store, scanned);
    }
  });

  it('trusts nothing where the two that are read disagree', async (t) => {
    const [hi = WRITING, mid = WRITING, lo = WRITING] = THREE;
    const recording = await record(t, SHOW, [hi, { ...mid, slip: { from: 5, ticks: 1 } }, lo]);
    const scanned = await scan(recording);
    assert.ok(scanned.every(({ found }) => found));
    await assertTrue(recording.store, scanned);
  });

  it('says of every range what its file says, whatever the encoder does throughout', async (t) => {
    const writing = fc.record({
      delay: fc.constantFrom(0, FRAME, 2 * FRAME),
      lead: fc.constantFrom(0, 900, -450),
      filler: fc.constantFrom(10, 300, 2000),
      own: fc.boolean(),
    });
    const shape = fc.record({
      files: fc.integer({ min: 1, max: 8 }),
      ranges: fc.integer({ min: 1, max: 3 }),
      restarts: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, fc.array(writing, { minLength: 1, maxLength: 4 }), async (show, writings) => {
        const named = writings.map((one, at) => ({ ...one, name: `r${String(at)}`, height: 160 + at * 100 }));
        const recording = await record(t, show, named);
        await assertTrue(recording.store, await scan(recording));
      }),
      { numRuns: 25 },
    );
  });
});
