import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mayCarryCue, segmentClock } from './metadata-frames.ts';

describe('mayCarryCue', () => {
  it('takes what was sent through IVS or by the broadcaster, and nothing else', () => {
    assert.equal(mayCarryCue('metadata.live-video.net'), true);
    assert.equal(mayCarryCue('inband.metadata.live-video.net'), true);
    assert.equal(mayCarryCue('segmentmetadata'), false);
    assert.equal(mayCarryCue('com.apple.streaming.transportStreamTimestamp'), false);
  });
});

describe('segmentClock', () => {
  it('reads the epoch milliseconds of the picture', () => {
    const text = '{"ingest_r":1772698029001,"transc_r":1772698029250,"stream_offset":12.5}';
    assert.equal(segmentClock('segmentmetadata', text), 1772698029250);
  });

  it('knows nothing where the frame is of another kind or does not say it', () => {
    assert.equal(segmentClock('metadata.live-video.net', '{"transc_r":1}'), undefined);
    assert.equal(segmentClock('segmentmetadata', '{"transc_r":"1"}'), undefined);
    assert.equal(segmentClock('segmentmetadata', '{}'), undefined);
    for (const noTime of ['-1', '1e300', '8640000000000001'])
      assert.equal(segmentClock('segmentmetadata', `{"transc_r":${noTime}}`), undefined, noTime);
    fc.assert(fc.property(fc.string(), (text) => segmentClock('segmentmetadata', text) === undefined));
  });
});
