import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  clockFrame,
  mediaFile,
  metadata,
  packets,
  pat,
  pes,
  picture,
  PIDS,
  pmt,
  sound,
} from '../../test/ts-writer.ts';
import { scanSegment } from './scan-segment.ts';
import type { SegmentFacts } from './scan-segment.ts';
import type { MetadataText } from './segment-id3.ts';

interface Read {
  readonly scan: SegmentFacts | undefined;
  readonly texts: readonly MetadataText[];
}

async function read(file: Uint8Array, chunkBytes = 64 * 1024): Promise<Read> {
  const texts: MetadataText[] = [];
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < file.length; at += chunkBytes) chunks.push(file.subarray(at, at + chunkBytes));
  const scan = await scanSegment(Readable.from(chunks), (text) => texts.push(text));
  return { scan, texts };
}

describe('scanSegment', () => {
  it('tells where a file begins and ends, and where a player can enter', async () => {
    const file = mediaFile({ start: 126_000, pictures: 90, gop: 30 });
    const { scan } = await read(file);
    assert.ok(scan);
    assert.equal(scan.bytes, file.length);
    assert.equal(scan.pictures, 90);
    assert.equal(scan.start, 126_000);
    assert.equal(scan.firstPicture, 126_000);
    assert.equal(scan.end, 126_000 + 90 * 3000);
    assert.deepEqual(
      scan.cuts.map(({ picture }) => picture),
      [126_000, 216_000, 306_000],
    );
    for (const { offset } of scan.cuts) assert.deepEqual(file.subarray(offset, offset + 188), pat());
  });

  it('takes the lower of first sound and first decoding time as the beginning, as players do', async () => {
    const early = Buffer.concat([
      pat(),
      pmt(),
      picture(90_000, { key: true }),
      sound(88_200),
      picture(93_000),
    ]);
    assert.equal((await read(early)).scan?.start, 88_200);
    const reordered = Buffer.concat([
      pat(),
      pmt(),
      picture(96_000, { key: true, dts: 90_000 }),
      sound(95_000),
      picture(99_000),
    ]);
    const { scan } = await read(reordered);
    assert.equal(scan?.start, 90_000);
    assert.equal(scan.firstPicture, 96_000);
    assert.equal(scan.cuts[0]?.start, 90_000);
  });

  it('lets the last sound end with its frames, of which a packet may hold any number', async () => {
    const frames = Buffer.concat([sound(90_000, 5), sound(99_600, 5), sound(109_200, 2)]);
    const { scan } = await read(Buffer.concat([pat(), pmt(), picture(90_000, { key: true }), frames]));
    assert.equal(scan?.end, 109_200 + 2 * 1920);
  });

  it('gives the same of any chunks, and of texts that reach over many packets', async () => {
    const text = JSON.stringify({ vitrine: 1, n: 3, show: ['é'.repeat(450)] });
    const extra = new Map([
      [0, clockFrame(90_000, 1_772_698_029_250)],
      [7, metadata(111_000, text)],
    ]);
    const file = mediaFile({ extra });
    const whole = await read(file, file.length);
    assert.deepEqual(whole.texts, [
      { pts: 90_000, owner: 'segmentmetadata', text: '{"transc_r":1772698029250}' },
      { pts: 111_000, owner: 'metadata.live-video.net', text },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (size) => {
        assert.deepEqual(await read(file, size), whole);
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same of any chunks where the packets are lost, too', async () => {
    const whole = mediaFile({ extra: new Map([[7, metadata(111_000, 'text')]]) });
    // Bytes that look like packets' beginnings, none of them 188 bytes before another.
    const junk = Buffer.alloc(1500, 'G??');
    const file = Buffer.concat([whole.subarray(0, 1000), junk, whole.subarray(1000)]);
    const expected = await read(file, file.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2600 }), async (size) => {
        assert.deepEqual(await read(file, size), expected);
      }),
      { numRuns: 60, examples: [[1188], [1191], [188], [189], [187]] },
    );
  });

  it('counts on where the 33 bits of a time stamp begin again', async () => {
    const start = 2 ** 33 - 15 * 3000;
    const { scan, texts } = await read(
      mediaFile({ start, extra: new Map([[20, metadata(start + 60_000, 'x')]]) }),
    );
    assert.equal(scan?.start, start);
    assert.equal(scan.end, start + 60 * 3000);
    assert.deepEqual(
      scan.cuts.map(({ picture }) => picture),
      [start, start + 90_000],
    );
    assert.equal(texts[0]?.pts, start + 60_000);
  });

  it('finds no cut where the tables, the parameter set or a whole packet of sound is missing', async () => {
    const key = picture(180_000, { key: true });
    const first = Buffer.concat([pat(), pmt(), picture(90_000, { key: true }), sound(90_000)]);
    const plain = {
      'no PAT': [key],
      'no PMT': [pat(), key],
      'no keyframe': [pat(), pmt(), picture(180_000)],
    };
    // A packet of sound that began before the cut and goes on after it.
    const long = packets(PIDS.audio, pes(0xc0, 179_000, 179_000, new Uint8Array(400)));
    const straddling = [long.subarray(0, 188), pat(), pmt(), key, long.subarray(188)];
    for (const [name, parts] of Object.entries({ ...plain, straddling })) {
      const { scan } = await read(Buffer.concat([first, ...parts]));
      assert.deepEqual(
        scan?.cuts.map(({ offset }) => offset),
        [0],
        name,
      );
    }
    const { scan } = await read(Buffer.concat([first, pat(), pmt(), key, sound(180_000)]));
    assert.equal(scan?.cuts.length, 2);
  });

  it('takes PATs that come between keyframes for what they are', async () => {
    const parts = [
      pat(),
      pmt(),
      picture(90_000, { key: true }),
      pat(),
      pmt(),
      picture(93_000),
      pat(),
      pmt(),
      sound(89_000),
    ];
    const { scan } = await read(Buffer.concat(parts));
    const [cut] = scan?.cuts ?? [];
    assert.deepEqual([scan?.cuts.length, cut?.offset, cut?.start, cut?.picture], [1, 0, 89_000, 90_000]);
  });

  it('goes on behind damage, and behind damaged tags', async () => {
    const lying = packets(
      PIDS.id3,
      pes(0xbd, 1, 1, Buffer.from('ID3\x04\0\0\0\0\0\x20PRIV\0\0\x7f\x7f\0\0no end of an owner')),
    );
    const noTag = packets(PIDS.id3, pes(0xbd, 1, 1, Buffer.from('nothing of the kind')));
    const noTime = packets(PIDS.id3, Buffer.from('no PES packet at all'));
    const short = packets(PIDS.id3, pes(0xbd, 1, 1, Buffer.from('ID3'), 5000));
    const damage = Buffer.concat([
      Buffer.from('garbage'),
      lying,
      noTag,
      noTime,
      short,
      metadata(120_000, 'after'),
    ]);
    const { scan, texts } = await read(mediaFile({ extra: new Map([[10, damage]]) }));
    assert.equal(scan?.pictures, 60);
    assert.deepEqual(
      texts.map(({ text }) => text),
      ['after'],
    );
    assert.ok(scan.damagedTags >= 3);
  });

  it('says undefined of what holds no video', async () => {
    assert.equal((await read(Buffer.from('<html>not found</html>'.repeat(40)))).scan, undefined);
    assert.equal((await read(new Uint8Array(0))).scan, undefined);
  });

  it('never throws, whatever the bytes', async () => {
    const file = mediaFile({ extra: new Map([[3, metadata(99_000, 'text')]]) });
    const damage = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(
        damage,
        fc.nat(file.length),
        fc.uint8Array({ maxLength: 600 }),
        async (hits, cut, junk) => {
          const bytes = Buffer.from(file);
          for (const [at, value] of hits) bytes[at] = value;
          const { scan } = await read(
            Buffer.concat([bytes.subarray(0, cut), junk, bytes.subarray(cut)]),
            1000,
          );
          if (scan) for (const { offset } of scan.cuts) assert.ok(offset >= 0 && offset < scan.bytes);
        },
      ),
      { numRuns: 60 },
    );
  });
});
