import fc from 'fast-check';
import { AVAILABILITIES } from '../catalogue/availability.ts';
import type { OfferChange, ProductCue } from '../cue/product-cue.ts';
import type { CueOrigin, TimedCue } from '../timeline/timeline.ts';

/** Ids as shops write them, as nobody should, and those that JavaScript objects answer to by themselves. */
export const productId = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('mug-blue', 'mug-red', 'tee', 'Tasse „groß“', '杯子', '☕') },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }) },
);

const share = fc.double({ min: 0, max: 1, noNaN: true });

const offerChange: fc.Arbitrary<OfferChange> = fc.record(
  { price: fc.nat(), availability: fc.constantFrom(...AVAILABILITIES) },
  { requiredKeys: [], noNullPrototype: true },
);

/** Cues that fit into the stream's 1,024 bytes. */
export function productCue(n: fc.Arbitrary<number> = fc.nat()): fc.Arbitrary<ProductCue> {
  return fc.record(
    {
      e: fc.string({ minLength: 1, maxLength: 12 }),
      n,
      show: fc.uniqueArray(productId, { maxLength: 6 }),
      at: mapOf(fc.tuple(share, share)),
      set: mapOf(offerChange),
    },
    { requiredKeys: ['n', 'show'], noNullPrototype: true },
  );
}

/** Few numbers and times, so that they meet often. */
export function timedCue(...origins: readonly CueOrigin[]): fc.Arbitrary<TimedCue> {
  return fc
    .record({
      cue: productCue(fc.nat(8)),
      time: fc.oneof(fc.nat(12), fc.double({ min: 0, max: 12, noNaN: true })),
      origin: fc.constantFrom(...origins),
    })
    .map(({ cue, time, origin }) => ({ ...cue, time, origin }));
}

/** A text with some of its characters lost, doubled or replaced, as a bad connection or a bad sender would. */
export function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const damage = fc.record({
    at: fc.nat(),
    lost: fc.nat(4),
    put: fc.oneof(
      fc.string({ maxLength: 3, unit: 'binary' }),
      fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '-', '1e999', 'null', '\\u0000', '__proto__'),
    ),
  });
  return fc.tuple(text, fc.array(damage, { minLength: 1, maxLength: 4 })).map(([whole, damages]) =>
    damages.reduce((rest, { at, lost, put }) => {
      const place = at % (rest.length + 1);
      return rest.slice(0, place) + put + rest.slice(place + lost);
    }, whole),
  );
}

/** Without a prototype, as the readers give them, so that they can be compared strictly. */
function mapOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<string, T>>> {
  return fc
    .array(fc.tuple(productId, value), { maxLength: 4 })
    .map((entries) => Object.setPrototypeOf(Object.fromEntries(entries), null));
}
