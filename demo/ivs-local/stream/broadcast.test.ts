import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../journal/journal.ts';
import { readPackets, readSegment } from '../test/read-segment.ts';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';
import { Broadcast } from './broadcast.ts';
import { loadClip } from './clip.ts';
import { PID } from './program-tables.ts';
import type { Segment } from './segment.ts';

const clip = await loadClip(SAMPLE_CLIP);
const START = 1_772_698_000_000;

function broadcast(options: { firstGop?: number; timestampOffset?: number } = {}) {
  const segments: Segment[] = [];
  const journal: JournalEntry[] = [];
  const take = {
    startedAt: START,
    firstGop: options.firstGop ?? 0,
    loop: 0,
    timestampOffset: options.timestampOffset ?? 0,
  };
  const output = {
    segment: (s: Segment) => void segments.push(s),
    written: (e: readonly JournalEntry[]) => void journal.push(...e),
  };
  return { on: new Broadcast(clip, take, output), segments, journal };
}

function media(segment: Segment | undefined, rendition: string): Buffer {
  const bytes = segment?.media.get(rendition);
  assert.ok(bytes, `no ${rendition}`);
  return bytes;
}

test('a segment is there once its last picture is out, and not before', () => {
  const { on, segments } = broadcast();
  on.produceUntil(START + 1999);
  assert.equal(segments.length, 0);
  on.produceUntil(START + 2000);
  assert.deepEqual(
    segments.map(({ sequence, programTime, duration }) => ({ sequence, programTime, duration })),
    [{ sequence: 0, programTime: START, duration: 2 }],
  );
});

test('each segment begins with tables, the clock and a keyframe, in every rendition', () => {
  const { on, segments } = broadcast();
  on.produceUntil(START + 10_000);
  for (const segment of segments) {
    for (const { name } of clip.renditions) {
      const bytes = media(segment, name);
      const starts = readPackets(bytes).filter(({ start }) => start);
      assert.deepEqual(
        starts.slice(0, 4).map(({ pid }) => pid),
        [PID.pat, PID.pmt, PID.metadata, PID.video],
      );
      assert.ok(starts[3]?.randomAccess);
      const read = readSegment(bytes);
      assert.equal(read.keyframes, 1);
      assert.equal(read.pictures.length, 60);
      const [clock] = read.tags;
      assert.deepEqual(
        { key: clock?.key, info: clock?.info, pts: clock?.pts },
        { key: 'TXXX', info: 'segmentmetadata', pts: read.pictures[0] },
      );
      assert.equal(JSON.parse(clock?.text ?? '').transc_r, segment.programTime);
    }
  }
});

test('a text stands at the picture that came next, the same in every rendition and in the journal', () => {
  const { on, segments, journal } = broadcast();
  const long = `{"text":"${'ü'.repeat(500)}"}`; // 1,011 bytes: several packets
  on.putMetadata('first', START);
  on.putMetadata(long, START + 1234);
  on.putMetadata('last', START + 1999);
  on.produceUntil(START + 4000);
  assert.deepEqual(
    journal
      .filter(({ rendition }) => rendition === '360p30')
      .map(({ text, frame, loop }) => [text, frame, loop]),
    [
      ['first', 0, 0],
      [long, 38, 0],
      ['last', 60, 0],
    ],
  );
  for (const { name } of clip.renditions) {
    const read = segments.map((segment) => readSegment(media(segment, name)));
    const texts = read.flatMap(({ tags }) => tags).filter(({ key }) => key === 'PRIV');
    const written = journal.filter(({ rendition }) => rendition === name);
    assert.deepEqual(
      texts,
      written.map(({ pts, text }) => ({ pts, key: 'PRIV', info: 'metadata.live-video.net', text })),
    );
    const pictures = read.flatMap((segment) => segment.pictures);
    for (const { pts, frame } of written) assert.equal(pictures[frame], pts);
  }
});

test('a text that is late for its segment goes onto the next picture that is still to come', () => {
  const { on } = broadcast();
  on.produceUntil(START + 2000);
  assert.equal(on.putMetadata('late', START + 1000).frame, 60);
});

test('counters run on through segments and loops; the loop is a discontinuity with the clip’s own times', () => {
  const { on, segments } = broadcast({ firstGop: clip.keyframes.length - 2 });
  on.produceUntil(START + 8000);
  assert.deepEqual(
    segments.map(({ discontinuity }) => discontinuity),
    [false, false, true, false],
  );
  assert.deepEqual(
    segments.map(({ programTime }) => programTime),
    [0, 2, 4, 6].map((s) => START + s * 1000),
  );
  for (const { name } of clip.renditions) {
    const bytes = Buffer.concat(segments.map((segment) => media(segment, name)));
    const last = new Map<number, number>();
    for (const { pid, counter, hasPayload } of readPackets(bytes)) {
      assert.ok(hasPayload);
      const before = last.get(pid);
      if (before !== undefined) assert.equal(counter, (before + 1) % 16, `PID ${pid}`);
      last.set(pid, counter);
    }
    const times = segments.map((segment) => readSegment(media(segment, name)).pictures[0]);
    assert.deepEqual(times.slice(2), [clip.firstPts, clip.firstPts + 180_000]);
    const flagged = segments.map((segment) => readPackets(media(segment, name)).some((p) => p.discontinuity));
    assert.deepEqual(flagged, [false, false, true, false]);
  }
});

test('timestamps pass through the end of their 33 bits', () => {
  const { on, segments, journal } = broadcast({ timestampOffset: 2 ** 33 - clip.firstPts - 90_000 });
  on.putMetadata('after the end', START + 1500);
  on.produceUntil(START + 2000);
  const { pictures, tags } = readSegment(media(segments[0], '720p30'));
  assert.equal(pictures[0], 2 ** 33 - 90_000);
  assert.equal(pictures[30], 0);
  assert.equal(tags.at(-1)?.pts, 45_000);
  assert.equal(journal[0]?.pts, 45_000);
});

test('a stop in the middle keeps the pictures so far and the text that was just accepted', () => {
  const { on, segments, journal } = broadcast();
  on.putMetadata('just before the end', START + 3001);
  on.endTake(START + 3001);
  assert.deepEqual(
    segments.map(({ duration }) => Math.round(duration * 30)),
    [60, 32],
  );
  assert.equal(journal[0]?.frame, 91);
  assert.equal(readSegment(media(segments[1], '720p30')).pictures.length, 32);
});

test('an encoder that comes back starts its timestamps anew and jumps in time', () => {
  const { on, segments } = broadcast();
  on.endTake(START + 3000);
  const offset = -120 * clip.ticksPerFrame;
  on.beginTake({ startedAt: START + 8000, firstGop: 2, loop: 0, timestampOffset: offset });
  on.produceUntil(START + 10_000);
  const back = segments.at(-1);
  assert.deepEqual(
    {
      programTime: back?.programTime,
      discontinuity: back?.discontinuity,
      restarted: back?.restarted,
      frame: back?.firstFrame,
    },
    { programTime: START + 8000, discontinuity: true, restarted: true, frame: 120 },
  );
  assert.equal(readSegment(media(back, '720p30')).pictures[0], clip.firstPts);
});
