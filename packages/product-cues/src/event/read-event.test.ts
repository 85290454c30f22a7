import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createEventJson, createProduct } from '../test/objects.ts';
import type { LiveEvent } from './live-event.ts';
import { readEvent } from './read-event.ts';

const ARCHIVE = { type: 'archive', url: 'master.m3u8', duration: 1830.5, captions: false };

function readValid(more: Readonly<Record<string, unknown>>): LiveEvent {
  const read = readEvent(createEventJson(more));
  assert.ok(read.ok, read.ok ? '' : read.problem);
  return read.value;
}

describe('readEvent', () => {
  it('reads a live event and leaves out what it does not know', () => {
    const read = readEvent(createEventJson({ weather: 'fine', chatRoom: null }));
    assert.deepEqual(read, { ok: true, value: createEventJson() });
  });

  it('reads an archive with its starter, thumbnails and chapters', () => {
    const playback = {
      ...ARCHIVE,
      captions: true,
      starter: {
        video: { url: 'v.mp4', mime: 'video/mp4; codecs="avc1.64001f"' },
        audio: { url: 'a.mp4', mime: 'audio/mp4; codecs="mp4a.40.2"' },
        duration: 2,
      },
      thumbnailsUrl: 'thumbnails.vtt',
      chaptersUrl: 'chapters.vtt',
    };
    assert.deepEqual(readValid({ status: 'archived', playback }).playback, playback);
  });

  it('does without a starter that cannot be read, and without captions that are not certain', () => {
    const playback = { ...ARCHIVE, captions: 'yes', starter: { video: { url: 'v.mp4' } } };
    assert.deepEqual(readValid({ playback }).playback, ARCHIVE);
  });

  it('has nothing to play for a playback that is missing or newer than it', () => {
    assert.equal(readValid({ playback: null }).playback, null);
    assert.equal(readValid({ playback: undefined }).playback, null);
    assert.equal(readValid({ playback: { type: 'hologram', url: 'x' } }).playback, null);
  });

  it('takes a status that is newer than it from what can be played', () => {
    assert.equal(readValid({ status: 'paused' }).status, 'live');
    assert.equal(readValid({ status: 'paused', playback: ARCHIVE }).status, 'archived');
    assert.equal(readValid({ status: 'paused', playback: null }).status, 'scheduled');
    assert.equal(
      readValid({ status: 'paused', playback: null, endedAt: '2026-03-05T09:00:00Z' }).status,
      'ended',
    );
  });

  it('leaves out products that cannot be read, and keeps the others', () => {
    const products = [
      null,
      { id: 'no-price' },
      createProduct({ id: 'tee' }),
      { ...createProduct({ id: 'cap' }), price: { amount: 19.5, currency: 'EUR' } },
      createProduct({ id: 'tee', title: 'A second tee' }),
    ];
    assert.deepEqual(readValid({ products }).products, [createProduct({ id: 'tee' })]);
  });

  it('reads an event whatever its currency is: each price has its own', () => {
    assert.equal(readValid({ currency: 'euro' }).currency, 'euro');
    assert.equal(readValid({ currency: 978 }).currency, '');
  });

  const refused: readonly [field: string, value: unknown, problem: string][] = [
    ['id', 7, 'event.id is 7; it must be a text'],
    ['slug', '', 'event.slug is ""; it must be a text'],
    ['title', undefined, 'event.title is missing; it must be a text'],
    ['products', 'none', 'event.products is "none"; it must be a list'],
    ['playback', 'url', 'event.playback is "url"; it must be an object'],
    ['playback', { type: 'live' }, 'event.playback.url is missing; it must be a text'],
    ['playback', { ...ARCHIVE, duration: -1 }, 'event.playback.duration is -1; it must be 0 or more'],
  ];
  for (const [field, value, problem] of refused) {
    it(`refuses an event whose ${field} is ${JSON.stringify(value)}, and says why`, () => {
      assert.deepEqual(readEvent(createEventJson({ [field]: value })), { ok: false, problem });
    });
  }

  it('never throws, whatever takes a field’s place', () => {
    fc.assert(fc.property(fc.anything(), (json) => void readEvent(json)));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(createEventJson())), fc.anything(), (field, value) => {
        const read = readEvent(createEventJson({ [field]: value }));
        assert.ok(read.ok || read.problem.length > 0);
      }),
    );
  });
});
