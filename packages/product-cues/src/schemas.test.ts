import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { readCatalogue } from './catalogue/read-catalogue.ts';
import { decodeCue } from './cue/decode-cue.ts';
import { encodeCue } from './cue/encode-cue.ts';
import { readLiveState } from './event/live-state.ts';
import { readEvent } from './event/read-event.ts';
import {
  LIVE_EVENT_SCHEMA,
  LIVE_STATE_SCHEMA,
  PRODUCT_CUE_SCHEMA,
  PRODUCT_SCHEMA,
  TIMELINE_SCHEMA,
} from './schemas.ts';
import { productCue, timedCue } from './test/arbitraries.ts';
import { createEventJson, createProduct } from './test/objects.ts';
import { readTimeline } from './timeline/read-timeline.ts';
import { writeTimeline } from './timeline/write-timeline.ts';

// Strict: a keyword that JSON Schema does not know is an error, here as in the service.
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);

function assertValid(validate: ValidateFunction, value: unknown): void {
  assert.ok(validate(value), JSON.stringify(validate.errors));
}

describe('the schemas', () => {
  it('take every cue that encodeCue writes', () => {
    const validate = ajv.compile(PRODUCT_CUE_SCHEMA);
    fc.assert(fc.property(productCue(), (cue) => assertValid(validate, JSON.parse(encodeCue(cue)))));
  });

  it('refuse what decodeCue refuses', () => {
    const validate = ajv.compile(PRODUCT_CUE_SCHEMA);
    const broken = fc.record({
      field: fc.constantFrom('vitrine', 'n', 'show', 'at'),
      value: fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(-1, 0.5, [''], ['a', 'a'], { mug: [2, 0] }, { mug: [0] }),
      ),
    });
    fc.assert(
      fc.property(broken, ({ field, value }) => {
        const json: unknown = JSON.parse(
          JSON.stringify({ vitrine: 1, n: 1, show: ['mug'], at: { mug: [0, 1] }, [field]: value }),
        );
        assert.equal(validate(json), decodeCue(JSON.stringify(json)).ok, JSON.stringify(json));
      }),
      { numRuns: 500 },
    );
  });

  it('take every timeline that writeTimeline writes', () => {
    const validate = ajv.compile(TIMELINE_SCHEMA);
    fc.assert(
      fc.property(fc.array(timedCue('archive')), (cues) => {
        const json: unknown = JSON.parse(
          JSON.stringify(writeTimeline({ cues, clock: [{ time: 0, programTime: 1 }], duration: 9 })),
        );
        assertValid(validate, json);
        assert.ok(readTimeline(json).ok);
      }),
    );
  });

  it('take what the readers read as it is', () => {
    const archive = { type: 'archive', url: 'master.m3u8', duration: 90, captions: false };
    const event = ajv.compile(LIVE_EVENT_SCHEMA);
    for (const json of [
      createEventJson(),
      createEventJson({ playback: null }),
      createEventJson({ status: 'archived', playback: archive }),
    ]) {
      assertValid(event, json);
      assert.deepEqual(readEvent(json), { ok: true, value: json });
    }
    const liveState = ajv.compile(LIVE_STATE_SCHEMA);
    assertValid(liveState, {
      vitrine: 1,
      status: 'live',
      cue: null,
      programTime: null,
      updatedAt: '2026-03-05T08:07:09Z',
    });
    const updatedAt = '2026-03-05T08:07:09Z';
    const recent = [{ cue: { n: 1, show: ['lamp'] }, programTime: 1772698027000 }];
    for (const more of [{}, { recent, catalogueAt: updatedAt }]) {
      const state = { status: 'live', cue: { n: 2, show: ['mug'] }, programTime: null, updatedAt, ...more };
      assertValid(liveState, { vitrine: 1, ...state });
      assert.deepEqual(readLiveState({ vitrine: 1, ...state }), { ok: true, value: state });
    }
    const unitPrice = { price: { amount: 7250, currency: 'EUR' }, unit: 'l' };
    for (const product of [createProduct(), createProduct({ unitPrice })]) {
      assertValid(ajv.compile(PRODUCT_SCHEMA), product);
      assert.deepEqual(readCatalogue({ products: [product] }), { ok: true, value: [product] });
    }
  });

  it('refuse an event, a product and a live state that no reader would take as they are', () => {
    const event = ajv.compile(LIVE_EVENT_SCHEMA);
    assert.equal(event(createEventJson({ status: 'paused' })), false);
    assert.equal(event(createEventJson({ playback: { type: 'live' } })), false);
    assert.equal(event(createEventJson({ startsAt: 'tomorrow' })), false);
    assert.equal(event(createEventJson({ cueKey: 'thirteen-char' })), false);
    const money = { amount: 19.5, currency: 'EUR' };
    assert.equal(ajv.compile(PRODUCT_SCHEMA)(createProduct({ price: money })), false);
    assert.equal(ajv.compile(LIVE_STATE_SCHEMA)({ vitrine: 1, status: 'live' }), false);
  });
});
