import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { damaged, productCue } from '../test/arbitraries.ts';
import { type CueRejection, decodeCue } from './decode-cue.ts';
import { encodeCue } from './encode-cue.ts';

describe('decodeCue', () => {
  it('gives back every cue that encodeCue wrote, from text and from bytes', () => {
    fc.assert(
      fc.property(productCue(), (cue) => {
        const text = encodeCue(cue);
        assert.deepEqual(decodeCue(text), { ok: true, cue });
        assert.deepEqual(decodeCue(Buffer.from(text)), { ok: true, cue });
      }),
    );
  });

  const rejected: readonly [text: string, reason: CueRejection, detail: string][] = [
    ['', 'not-json', ''],
    ['{"vitrine":1', 'not-json', ''],
    ['null', 'not-a-cue', 'vitrine'],
    ['[1]', 'not-a-cue', 'vitrine'],
    ['"vitrine"', 'not-a-cue', 'vitrine'],
    ['{"question":"2+2","answers":[4]}', 'not-a-cue', 'vitrine'],
    ['{"__proto__":{"vitrine":1},"n":1,"show":[]}', 'not-a-cue', 'vitrine'],
    ['{"vitrine":2,"n":1,"show":[]}', 'wrong-version', '1'],
    ['{"vitrine":"1","n":1,"show":[]}', 'wrong-version', '1'],
    ['{"vitrine":1,"show":[]}', 'bad-field', 'cue.n is missing'],
    ['{"vitrine":1,"n":"7","show":[]}', 'bad-field', 'cue.n is "7"'],
    ['{"vitrine":1,"n":1e999,"show":[]}', 'bad-field', 'cue.n is Infinity'],
    ['{"vitrine":1,"n":1,"show":"mug"}', 'bad-field', 'cue.show is "mug"'],
    ['{"vitrine":1,"n":1,"show":[{"id":"mug"}]}', 'bad-field', 'cue.show[0] is an object'],
    ['{"vitrine":1,"n":1,"show":["mug","mug"]}', 'bad-field', 'none twice'],
    ['{"vitrine":1,"n":1,"show":[],"at":[]}', 'bad-field', 'cue.at is a list'],
    ['{"vitrine":1,"n":1,"show":[],"at":{"mug":[0.5]}}', 'bad-field', 'cue.at.mug'],
    ['{"vitrine":1,"n":1,"show":[],"at":{"mug":[0.5,0.5,0.5]}}', 'bad-field', 'cue.at.mug'],
    ['{"vitrine":1,"n":1,"show":[],"at":{"mug":[-0.1,0.5]}}', 'bad-field', 'cue.at.mug'],
    ['{"vitrine":1,"n":1,"show":[],"set":{"mug":19}}', 'bad-field', 'cue.set.mug is 19'],
    ['{"vitrine":1,"n":1,"show":[],"set":{"mug":{"price":19.5}}}', 'bad-field', 'cue.set.mug.price is 19.5'],
    ['{"vitrine":1,"n":1,"show":[],"e":7}', 'bad-field', 'cue.e is 7'],
  ];
  for (const [text, reason, detail] of rejected) {
    it(`refuses ${text || 'an empty text'} as ${reason}`, () => {
      const decoded = decodeCue(text);
      assert.ok(!decoded.ok);
      assert.equal(decoded.reason, reason);
      assert.ok(decoded.detail.includes(detail), decoded.detail);
    });
  }

  it('refuses a text over 1,024 bytes by its size, before it looks inside', () => {
    const decoded = decodeCue('é'.repeat(513));
    assert.deepEqual(decoded, { ok: false, reason: 'too-large', detail: '1026 bytes, at most 1024' });
    const bytes = decodeCue(new Uint8Array(1025));
    assert.ok(!bytes.ok && bytes.reason === 'too-large');
  });

  it('refuses bytes that are no UTF-8 instead of showing replacement characters', () => {
    const decoded = decodeCue(Buffer.from('{"vitrine":1,"n":1,"show":["tass\xe9"]}', 'latin1'));
    assert.ok(!decoded.ok && decoded.reason === 'not-json');
  });

  it('ignores fields that it does not know, and leaves out an availability that is newer than it', () => {
    const decoded = decodeCue(
      '{"vitrine":1,"n":1,"show":["mug"],"colour":"red","set":{"mug":{"price":5,"availability":"soon","x":1}}}',
    );
    assert.deepEqual(JSON.parse(JSON.stringify(decoded)), {
      ok: true,
      cue: { n: 1, show: ['mug'], set: { mug: { price: 5 } } },
    });
  });

  it('takes "__proto__" as an id like any other, and finds nothing under ids that nobody put there', () => {
    const decoded = decodeCue('{"vitrine":1,"n":1,"show":["__proto__"],"at":{"__proto__":[0.25,0.75]}}');
    assert.ok(decoded.ok);
    assert.deepEqual(decoded.cue.at?.['__proto__'], [0.25, 0.75]);
    assert.equal(decoded.cue.at?.['constructor'], undefined);
    assert.equal(Object.hasOwn(Object.prototype, '0'), false);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 1200 }), (bytes) => void decodeCue(bytes)));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), (text) => void decodeCue(text)));
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => void decodeCue(text)));
    const cueLike = fc.record(
      {
        vitrine: fc.constant(1),
        n: fc.jsonValue(),
        show: fc.jsonValue(),
        at: fc.jsonValue(),
        set: fc.jsonValue(),
      },
      { requiredKeys: ['vitrine'] },
    );
    fc.assert(fc.property(cueLike, (value) => void decodeCue(JSON.stringify(value))));
  });

  it('never throws for what is neither text nor bytes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(typeof value !== 'string');
        assert.equal(decodeCue(value as string).ok, false);
      }),
    );
  });

  it('refuses damaged text, or reads from it what could be sent again', () => {
    fc.assert(
      fc.property(damaged(productCue().map(encodeCue)), (text) => {
        const decoded = decodeCue(text);
        if (decoded.ok) assert.deepEqual(decodeCue(encodeCue(decoded.cue)), decoded);
        else assert.ok(decoded.detail.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});
