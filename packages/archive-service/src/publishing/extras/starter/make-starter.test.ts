import { BufferSource, EncodedPacketSink, Input, MP4 } from 'mediabunny';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { FolderStore } from '../../../stores/folder/folder-store.ts';
import { mediaFile } from '../../../test/ts-writer.ts';
import { describeKey } from '../../archive-layout.ts';
import type { AssembledRange } from '../../assembly/assembly.ts';
import type { Cut } from '../../media/cut-finder.ts';
import { scanSegment } from '../../media/scan-segment.ts';
import { picturesUntil } from './cut-beginning.ts';
import { makeStarter } from './make-starter.ts';
import { readBeginning } from './read-beginning.ts';
import type { Beginning } from './read-beginning.ts';

const DEMO = new URL('../../../../../../demo/media/', import.meta.url);
const DEMO_MEDIA = new FolderStore(fileURLToPath(DEMO), describeKey);
const PICTURE = 1 / 30;
const SOUND = 1024 / 48_000;

let clip: Buffer;
let cuts: readonly Cut[];

before(async () => {
  clip = await readFile(new URL('show-360p.ts', DEMO));
  cuts = (await scanSegment(Readable.from([clip]), () => undefined))?.cuts ?? [];
});

/** The ranges of the clip from one of its keyframes on, as a player would ask for them. */
function* rangesFrom(keyframe: number): Generator<AssembledRange> {
  const origin = cuts[keyframe]?.start ?? 0;
  for (const [index, { offset, start }] of cuts.entries()) {
    if (index < keyframe) continue;
    const next = cuts[index + 1];
    const length = (next?.offset ?? clip.length) - offset;
    const place = {
      recording: 0,
      bucket: 'shows',
      key: 'show-360p.ts',
      target: '0.ts',
      size: clip.length,
      offset,
      length,
    };
    const end = ((next?.start ?? start + 180_000) - origin) / 90_000;
    yield { piece: 0, whole: false, ...place, start: (start - origin) / 90_000, end };
  }
}

function read(ranges: Iterable<AssembledRange>, store = DEMO_MEDIA) {
  const signal = new AbortController().signal;
  return readBeginning({ rangesFrom: () => ranges }, 0, 2, () => store, signal);
}

async function beginning(keyframe: number): Promise<Beginning> {
  const found = await read(rangesFrom(keyframe));
  assert.ok(typeof found !== 'string', String(found));
  return found;
}

async function starterOf(keyframe: number) {
  const made = await makeStarter(await beginning(keyframe));
  assert.ok(typeof made !== 'string' && made.audio, String(made));
  return { ...made, audio: made.audio };
}

/** Time stamps of a file, read back by the library that did not write these times: the reader of MP4. */
async function timesOf(bytes: Uint8Array): Promise<readonly number[]> {
  using input = new Input({ source: new BufferSource(bytes), formats: [MP4] });
  const [track] = await input.getTracks();
  assert.ok(track);
  const times: number[] = [];
  for await (const { timestamp } of new EncodedPacketSink(track).packets()) times.push(timestamp);
  return times;
}

function near(times: readonly number[], step: number, count: number): void {
  assert.equal(times.length, count);
  for (const [index, time] of times.entries()) assert.ok(Math.abs(time - index * step) < 1e-5, String(time));
}

describe('a starter', () => {
  it('has the first two seconds, beginning at 0, picture and sound apart', async () => {
    const { video, audio, duration } = await starterOf(0);
    assert.equal(video.mime, 'video/mp4; codecs="avc1.64001f"');
    assert.equal(audio.mime, 'audio/mp4; codecs="mp4a.40.2"');
    assert.ok(Math.abs(duration - 2) < 0.001, String(duration));
    near(await timesOf(video.bytes), PICTURE, 60);
    near(await timesOf(audio.bytes), SOUND, Math.ceil(2 / SOUND - 0.5));
  });

  it('begins in the middle of a file where an edit lets the archive begin there', async () => {
    const { video, audio } = await starterOf(7);
    near(await timesOf(video.bytes), PICTURE, 60);
    const [first = -1] = await timesOf(audio.bytes);
    assert.ok(first >= 0 && first < SOUND, `sound begins at ${String(first)}`);
    const start = await starterOf(0);
    assert.notDeepEqual(video.bytes, start.video.bytes);
  });

  it('is the same to the byte on another day', async (t) => {
    const today = await starterOf(3);
    t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2031, 4, 6) });
    const later = await starterOf(3);
    assert.deepEqual(later, today);
  });

  it('counts on where the time stamps begin again', async () => {
    const { media: plain, origin } = await beginning(0);
    // As if the clip had begun half a second before the end of the 33 bits.
    const shift = 2 ** 33 - 45_000 - origin;
    const media = Uint8Array.from(plain);
    shiftTimes(media, shift);
    const made = await makeStarter({ media, origin: origin + shift });
    assert.ok(typeof made !== 'string', String(made));
    assert.deepEqual(made.video.bytes, (await starterOf(0)).video.bytes);
  });

  it('is not made from media without a keyframe at its beginning, and reads no more than it needs', async () => {
    const [first] = rangesFrom(0);
    assert.ok(first);
    const from = (offset: number, length: number) => read([{ ...first, offset, length }]);
    assert.match(String(await from(188 * 10, 188 * 200)), /keyframe/);
    assert.match(String(await from(0, 25 * 1024 * 1024)), /more than/);
    assert.match(String(await read([])), /no range/);
    await assert.rejects(read([{ ...first, key: 'gone.ts' }]), /gone\.ts/);
    const { media } = await beginning(0);
    assert.equal(media.length, first.length);
  });

  it('says why there is none where the media only looks like some', async () => {
    assert.match(String(await makeStarter({ media: mediaFile(), origin: 90_000 })), /\w/);
    assert.equal(typeof (await makeStarter({ media: new Uint8Array(1000), origin: 0 })), 'string');
    assert.equal(typeof (await makeStarter({ media: clip.subarray(0, 188 * 3), origin: 0 })), 'string');
  });

  it('survives damage anywhere', async () => {
    const { media, origin } = await beginning(0);
    const damage = fc.array(fc.tuple(fc.nat(media.length - 1), fc.nat(255)), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(damage, fc.integer({ min: 1, max: media.length }), async (changes, length) => {
        const damaged = Uint8Array.from(media.subarray(0, length));
        for (const [at, byte] of changes) damaged[at % length] = byte;
        const made = await makeStarter({ media: damaged, origin });
        assert.ok(typeof made === 'string' || made.video.bytes.length > 0);
      }),
      { numRuns: 60 },
    );
  });
});

/** Adds to every PTS of the clip's packets (there are no DTS in it), in place. */
function shiftTimes(media: Uint8Array, shift: number): void {
  for (let at = 0; at < media.length; at += 188) {
    const field = ((media[at + 3] ?? 0) & 0x20) !== 0 ? 1 + (media[at + 4] ?? 0) : 0;
    const pes = at + 4 + field;
    const isPes = ((media[at + 1] ?? 0) & 0x40) !== 0 && media[pes] === 0 && media[pes + 2] === 1;
    if (!isPes || ((media[pes + 7] ?? 0) & 0x80) === 0) continue;
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = media.subarray(pes + 9, pes + 14);
    const pts = ((a >> 1) & 7) * 2 ** 30 + ((b << 22) | ((c >> 1) << 15) | (d << 7) | (e >> 1));
    const moved = (pts + shift) % 2 ** 33;
    const low = moved % 2 ** 30;
    media.set(
      [
        (a & 0xf1) | (Math.floor(moved / 2 ** 30) << 1),
        (low >> 22) & 0xff,
        ((low >> 14) & 0xfe) | 1,
        (low >> 7) & 0xff,
        ((low << 1) & 0xfe) | 1,
      ],
      pes + 9,
    );
  }
}

describe('picturesUntil', () => {
  it('ends at a place where nothing that is kept needs what is left out, whatever the order of decoding', () => {
    const order = fc
      .uniqueArray(fc.nat(300), { minLength: 1, maxLength: 60 })
      .map((ticks) => ticks.map((tick) => ({ timestamp: tick / 90, duration: 1 / 90 })));
    fc.assert(
      fc.property(order, fc.double({ min: 0, max: 4, noNaN: true }), (packets, seconds) => {
        const kept = picturesUntil(packets, seconds);
        assert.deepEqual(kept, packets.slice(0, kept.length));
        const left = packets.slice(kept.length).map(({ timestamp }) => timestamp);
        const latest = Math.max(-Infinity, ...kept.map(({ timestamp }) => timestamp));
        assert.ok(latest < Math.min(Infinity, ...left));
        assert.ok(Math.min(Infinity, ...left) >= seconds - 1e-6);
      }),
    );
  });

  it('takes two seconds of pictures that are sent in another order than shown', () => {
    const packets = [0, 3, 1, 2, 6, 4, 5, 9, 7, 8].map((tick) => ({ timestamp: tick, duration: 1 }));
    assert.equal(picturesUntil(packets, 4).length, 4);
    assert.equal(picturesUntil(packets, 5).length, 7);
    assert.equal(picturesUntil(packets, 7).length, 7);
    assert.equal(picturesUntil(packets, 100).length, 10);
  });
});
