import { stateAt } from '@vitrine/product-cues';
import type { Product, TimedCue } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readVtt } from '../../test/read-vtt.ts';
import { chaptersVtt } from './chapters.ts';

function product(id: string): Product {
  const price = { amount: 1900, currency: 'EUR' };
  const url = `https://shop.example/${id}`;
  return { id, sku: id, title: `The ${id}`, url, images: [], price, availability: 'in_stock' };
}

const PRODUCTS = ['mug', 'lamp', 'vase'].map(product);

function cue(time: number, ...show: string[]): TimedCue {
  return { time, n: time, show, origin: 'archive' };
}

function chapters(cues: readonly TimedCue[], duration: number, products = PRODUCTS) {
  return readVtt(chaptersVtt({ cues }, products, duration)).map(({ start, end, text }) => [start, end, text]);
}

describe('chapters.vtt', () => {
  it('has a chapter for each change of the main product, up to the end', () => {
    const cues = [cue(2, 'mug'), cue(5, 'mug', 'lamp'), cue(8, 'lamp', 'mug'), cue(12.3456), cue(20, 'vase')];
    assert.deepEqual(chapters(cues, 4000.5), [
      [2, 8, 'The mug'],
      [8, 12.346, 'The lamp'],
      [20, 4000.5, 'The vase'],
    ]);
    assert.match(
      chaptersVtt({ cues }, PRODUCTS, 4000.5),
      /^WEBVTT\n\n00:00:02\.000 --> 00:00:08\.000\nThe mug\n/,
    );
  });

  it('leaves out what the overlay does not show: products that the catalogue does not have', () => {
    assert.deepEqual(chapters([cue(1, 'gone'), cue(3, 'gone', 'lamp'), cue(5, 'lamp')], 9), [
      [3, 9, 'The lamp'],
    ]);
  });

  it('lets the last of several cues at one time speak, and none behind the end', () => {
    const cues = [{ ...cue(1, 'mug') }, { ...cue(1, 'lamp'), n: 2 }, cue(9, 'vase')];
    assert.deepEqual(chapters(cues, 9), [[1, 9, 'The lamp']]);
  });

  it('keeps hostile titles from being more than a text', () => {
    const titles = [
      'a\n\n00:00:00.000 --> 99:00:00.000\nb',
      '</c><b>&amp;',
      '-->',
      ' \r\n ',
      '\u0000\u2028x',
      '\ud800',
    ];
    for (const title of titles) {
      const [read, ...more] = chapters([cue(0, 'mug')], 5, [{ ...product('mug'), title }]);
      assert.deepEqual(more, []);
      assert.match(String(read?.[2]), /\S/);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
        const [read, ...more] = chapters([cue(0, 'mug')], 5, [{ ...product('mug'), title }]);
        assert.deepEqual(more, []);
        const words = title
          .toWellFormed()
          .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
          .trim();
        assert.equal(read?.[2], words === '' ? 'mug' : words);
      }),
    );
  });

  it('names at each moment the main product that is shown then', () => {
    const timed = fc
      .uniqueArray(
        fc.record({
          time: fc.nat(100_000).map((ms) => ms / 1000),
          show: fc.uniqueArray(fc.constantFrom('mug', 'lamp', 'vase', 'gone'), { maxLength: 3 }),
        }),
        { selector: ({ time }) => time, maxLength: 20 },
      )
      .map((list) => list.sort((a, b) => a.time - b.time).map(({ time, show }) => cue(time, ...show)));
    fc.assert(
      fc.property(timed, fc.integer({ min: 1, max: 110_000 }), (cues, ms) => {
        const read = readVtt(chaptersVtt({ cues }, PRODUCTS, ms / 1000));
        for (const [index, { start, end }] of read.entries()) {
          assert.ok(start < end && end <= ms / 1000 && start >= (read[index - 1]?.end ?? 0));
        }
        for (const time of [0, ...cues.map((one) => one.time), ms / 1000 - 0.001]) {
          if (time >= ms / 1000) continue;
          const shown = stateAt({ cues, clock: [] }, time).show.find((id) => id !== 'gone');
          const named = read.find(({ start, end }) => start <= time && time < end);
          assert.equal(named?.text, shown === undefined ? undefined : `The ${shown}`);
        }
      }),
    );
  });
});
