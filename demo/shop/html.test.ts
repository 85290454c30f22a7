import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html, safeUrl } from './html.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

test('whatever the text, no markup comes out of it, and it reads the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const made = html`${text}`.toString();
      assert.doesNotMatch(made, /[<>"']/);
      assert.equal(
        made.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? ''),
        text,
      );
    }),
  );
});

test('markup goes in as it is, lists are joined, and nothing is left of what is absent', () => {
  const list = ['a', 'b'].map((word) => html`<i>${word}</i>`);
  assert.equal(html`${list}${false}${undefined}${null}${0}`.toString(), '<i>a</i><i>b</i>0');
});

test('an object that looks like markup is still text', () => {
  const impostor = JSON.parse('["<b>"]') as string[];
  assert.equal(html`${impostor}`.toString(), '&lt;b&gt;');
});

for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'http://[']) {
  test(`${url} is no address for a link`, () => assert.equal(safeUrl(url), '#'));
}

test('relative and http addresses stay as they are', () => {
  for (const url of ['/media/a.jpg', 'https://shop.example/a', 'a.jpg']) assert.equal(safeUrl(url), url);
});
