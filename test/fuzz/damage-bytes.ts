import type { Random } from '../support/random.ts';

const PACKET = 188;
/** Bytes that lengths, types and marks are made of. */
const TELLING: readonly [number, ...number[]] = [0, 1, 0x7f, 0x80, 0xff, 0x47, 0x49, 0x40];

type Damage = (bytes: Buffer, random: Random) => Buffer;

const flipBit: Damage = (bytes, random) => {
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return bytes;
};

const overwrite: Damage = (bytes, random) => {
  const at = random.below(bytes.length);
  return bytes.fill(random.pick(TELLING), at, Math.min(bytes.length, at + 1 + random.below(8)));
};

const cut: Damage = (bytes, random) => bytes.subarray(0, random.below(bytes.length));

const dropPackets: Damage = (bytes, random) => {
  const first = random.below(Math.ceil(bytes.length / PACKET)) * PACKET;
  const end = first + (1 + random.below(20)) * PACKET;
  return Buffer.concat([bytes.subarray(0, first), bytes.subarray(end)]);
};

const loseBytes: Damage = (bytes, random) => {
  const at = random.below(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(PACKET))]);
};

const repeatPackets: Damage = (bytes, random) => {
  const first = random.below(Math.ceil(bytes.length / PACKET)) * PACKET;
  const some = bytes.subarray(first, first + PACKET * (1 + random.below(4)));
  const often = Array.from({ length: 1 + random.below(50) }, () => some);
  return Buffer.concat([bytes.subarray(0, first), ...often, bytes.subarray(first)]);
};

const shuffleTwo: Damage = (bytes, random) => {
  const [a, b] = [0, 0].map(() => random.below(Math.floor(bytes.length / PACKET)) * PACKET);
  if (a === undefined || b === undefined) return bytes;
  const kept = Buffer.from(bytes.subarray(a, a + PACKET));
  bytes.copyWithin(a, b, b + PACKET);
  kept.copy(bytes, b);
  return bytes;
};

/** The header of a packet, its adaptation field's length, and where a PES packet or a section tells how long it is. */
const lieInHeader: Damage = (bytes, random) => {
  const packet = random.below(Math.ceil(bytes.length / PACKET)) * PACKET;
  const at = packet + 1 + random.below(24);
  if (at < bytes.length) bytes[at] = random.chance(0.5) ? random.pick(TELLING) : random.below(256);
  return bytes;
};

/** An ID3 tag's and its frame's sizes, wherever one begins. */
const lieInTag: Damage = (bytes, random) => {
  const tags: number[] = [];
  for (let at = bytes.indexOf('ID3'); at >= 0; at = bytes.indexOf('ID3', at + 3)) tags.push(at);
  const [first, ...others] = tags;
  if (first === undefined) return flipBit(bytes, random);
  const at = random.pick([first, ...others]) + 3 + random.below(30);
  if (at < bytes.length) bytes[at] = random.pick(TELLING);
  return bytes;
};

const nothingButNoise: Damage = (_bytes, random) =>
  Buffer.from(Array.from({ length: random.below(2_000) }, () => random.below(256)));

const DAMAGES: readonly [Damage, ...Damage[]] = [
  flipBit,
  flipBit,
  overwrite,
  cut,
  dropPackets,
  loseBytes,
  repeatPackets,
  shuffleTwo,
  lieInHeader,
  lieInHeader,
  lieInTag,
  lieInTag,
  nothingButNoise,
];

/** A copy with one to many things wrong. */
export function damageBytes(content: Uint8Array, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(content);
  const times = random.chance(0.1) ? 40 : 1 + random.below(4);
  for (let time = 0; time < times && bytes.length > PACKET; time += 1)
    bytes = random.pick(DAMAGES)(bytes, random);
  return bytes;
}
