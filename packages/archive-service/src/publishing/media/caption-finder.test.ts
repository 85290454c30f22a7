import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CaptionFinder } from './caption-finder.ts';
import { scanSegment } from './scan-segment.ts';

type Triplet = readonly [number, number, number];

const NOTHING: Triplet = [0xfc, 0x80, 0x80];
/** Two rows that roll up; then letters, with parity. */
const OPEN: Triplet = [0xfc, 0x94, 0x25];
const LETTERS: Triplet = [0xfc, 0xc8, 0xe9];

/** The user data of ATSC A/53, with captions. */
function userData(triplets: readonly Triplet[], { flags = 0xc0, provider = 0x31 } = {}): number[] {
  const head = [0xb5, 0x00, provider, ...Buffer.from('GA94'), 3, flags | triplets.length, 0xff];
  return [...head, ...triplets.flat(), 0xff];
}

/** A NAL unit of SEI messages, escaped as it has to be. */
function sei(
  messages: readonly { type: number; data: readonly number[] }[],
  header: readonly number[] = [6],
): number[] {
  const raw = messages.flatMap(({ type, data }) => [...counted(type), ...counted(data.length), ...data]);
  const out: number[] = [];
  for (const byte of [...raw, 0x80]) {
    if (out.at(-1) === 0 && out.at(-2) === 0 && byte <= 3) out.push(3);
    out.push(byte);
  }
  return [0, 0, 1, ...header, ...out];
}

function counted(value: number): number[] {
  return [...Array<number>(Math.floor(value / 255)).fill(255), value % 255];
}

/** A picture with captions before its slice. */
function picture(triplets: readonly Triplet[]): number[] {
  const messages = [
    { type: 5, data: Array.from({ length: 300 }, (_, index) => index % 7) },
    { type: 4, data: userData(triplets) },
  ];
  return [0, 0, 0, 1, 9, 0xf0, ...sei(messages), 0, 0, 1, 0x41, 0x88, 0x88];
}

function finds(
  pictures: readonly (readonly number[])[],
  codec: 'avc' | 'hevc' = 'avc',
  pieceBytes = Infinity,
): boolean {
  const finder = new CaptionFinder(codec);
  for (const bytes of pictures) {
    const data = Uint8Array.from(bytes);
    for (let at = 0; at < data.length; at += pieceBytes)
      finder.push(data, at, Math.min(at + pieceBytes, data.length), at === 0);
  }
  return finder.found;
}

describe('CaptionFinder', () => {
  it('finds the captions of the sample clip, and none in the show', async () => {
    const scan = async (name: string) => {
      const file = await readFile(new URL(`../../../../../demo/media/${name}`, import.meta.url));
      return scanSegment(Readable.from([file]), () => undefined);
    };
    assert.equal((await scan('show-captions.ts'))?.captions, true);
    assert.equal((await scan('show-360p.ts'))?.captions, false);
  });

  it('finds letters in either field, wherever the bytes are cut', () => {
    for (const field of [0, 1]) {
      const pictures = [OPEN, LETTERS].map(([head, a, b]) => picture([NOTHING, [head | field, a, b]]));
      for (const pieceBytes of [1, 2, 3, 5, 184, Infinity])
        assert.equal(finds(pictures, 'avc', pieceBytes), true);
    }
  });

  it('finds the letters that are control codes themselves', () => {
    for (const letter of [0x91, 0x92, 0x13]) assert.equal(finds([picture([[0xfc, letter, 0xb5]])]), true);
  });

  it('does not take for captions what nobody could read', () => {
    const none: readonly (readonly Triplet[])[] = [
      [NOTHING, [0xfd, 0x80, 0x80]],
      [[0xfc, 0x00, 0x00]],
      // Not valid.
      [
        [0xf8, 0x94, 0x25],
        [0xf8, 0xc8, 0xe9],
        [0xfa, 0, 0],
        [0xfb, 0x02, 0x21],
      ],
      // An encoder that erases the screen now and then, and says nothing.
      [OPEN, [0xfc, 0x94, 0x2c], [0xfc, 0x94, 0x70], [0xfc, 0x97, 0xa1]],
      // A programme's name, in the second field.
      [
        [0xfd, 0x01, 0x03],
        [0xfd, 0xc8, 0xe9],
        [0xfd, 0x8f, 0x80],
      ],
      // CEA-708 without a service.
      [
        [0xff, 0x02, 0x00],
        [0xfe, 0x41, 0x42],
      ],
    ];
    for (const triplets of none)
      assert.equal(finds(triplets.map((triplet) => picture([triplet]))), false, JSON.stringify(triplets));
  });

  it('keeps the facts on a programme apart from the captions that they interrupt', () => {
    const interrupted: Triplet[] = [
      [0xfd, 0x15, 0x25],
      [0xfd, 0x01, 0x03],
      [0xfd, 0xc8, 0xe9],
    ];
    assert.equal(finds([picture(interrupted)]), false);
    assert.equal(finds([picture([...interrupted, [0xfd, 0x15, 0x25], [0xfd, 0xc8, 0xe9]])]), true);
  });

  it('finds a service of CEA-708', () => {
    assert.equal(
      finds([
        picture([
          [0xff, 0x02, 0x21],
          [0xfe, 0x41, 0x00],
        ]),
      ]),
      true,
    );
  });

  it('leaves other user data alone', () => {
    const other = (data: number[]) => [...sei([{ type: 4, data }]), 0, 0, 1, 0x41];
    const spoken = [OPEN, LETTERS];
    assert.equal(finds([other(userData(spoken))]), true);
    assert.equal(finds([other(userData(spoken, { provider: 0x2f }))]), false);
    assert.equal(finds([other(userData(spoken, { flags: 0x80 }))]), false);
    assert.equal(finds([[...sei([{ type: 5, data: userData(spoken) }]), 0, 0, 1, 0x41]]), false);
  });

  it('reads H.265', () => {
    const unit = sei([{ type: 4, data: userData([OPEN, LETTERS]) }], [39 << 1, 1]);
    assert.equal(finds([[0, 0, 1, 35 << 1, 1, 0x50, ...unit, 0, 0, 1, 1 << 1, 1]], 'hevc'), true);
    assert.equal(finds([[...unit, 0, 0, 1, 1 << 1, 1]], 'avc'), false);
  });

  it('does not look behind a picture’s first slice', () => {
    const late = [0, 0, 1, 0x41, 0x88, ...sei([{ type: 4, data: userData([OPEN, LETTERS]) }])];
    assert.equal(finds([late]), false);
  });

  it('survives any bytes, finds the same however they are cut, and never captions where no letter was sent', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => [...bytes]),
      // Bytes that look like something.
      fc
        .array(fc.constantFrom(0, 0, 1, 3, 4, 6, 9, 0x41, 0x80, 0xb5, 0xff, 0x31, 0x47), { maxLength: 400 })
        .map((bytes) => [0, 0, 1, 6, ...bytes]),
      fc
        .array(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), { maxLength: 31 })
        .map((triplets) => picture(triplets)),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 5 }), fc.integer({ min: 1, max: 200 }), (pictures, size) => {
        for (const codec of ['avc', 'hevc'] as const)
          assert.equal(finds(pictures, codec, size), finds(pictures, codec));
      }),
      { numRuns: 1000 },
    );
    const silent = fc.tuple(fc.constantFrom(0xfc, 0xfd, 0xf8, 0xfa), fc.constantFrom(0, 0x80), fc.nat(255));
    fc.assert(
      fc.property(fc.array(fc.array(silent, { maxLength: 31 }), { maxLength: 5 }), (pictures) => {
        assert.equal(finds(pictures.map(picture)), false);
      }),
    );
  });

  it('takes time in proportion to the bytes, also of a message that never ends', () => {
    const time = (bytes: number): number => {
      const data = new Uint8Array(bytes).fill(0xff);
      data.set([0, 0, 1, 6]);
      const begin = performance.now();
      new CaptionFinder('avc').push(data, 0, data.length, true);
      return performance.now() - begin;
    };
    time(1_000_000);
    const [small, large] = [1, 2, 3]
      .map(() => [time(1_000_000), time(8_000_000)] as const)
      .reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1])]);
    assert.ok(large < small * 40 + 50, `${String(small)} ms for 1 MB, ${String(large)} ms for 8 MB`);
  });
});
