import { expect } from '@open-wc/testing';
import { attributeProblems } from './attribute-problems.ts';
import { readAttributes } from './attributes.ts';

/** As the player is: what its attributes say, its properties say too. */
function element(attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
    Reflect.set(
      made,
      name.replace(/-(.)/, (_, letter: string) => letter.toUpperCase()),
      value,
    );
  }
  return made;
}

describe('attributes', () => {
  it('takes relative URLs from the page, and defaults where nothing is said', () => {
    const read = readAttributes(element({ src: '/show.m3u8' }));
    expect(read).to.include({
      src: new URL('/show.m3u8', document.baseURI).href,
      streamType: 'on-demand',
      preload: 'metadata',
      startTime: 0,
    });
    expect(read.refused).to.deep.equal([]);
  });

  for (const [name, value, right] of [
    ['src', 'javascript:alert(1)', 'an http or https URL'],
    ['stream-type', 'vod', '"live" or "on-demand"'],
    ['preload', '', '"none", "metadata" or "auto"'],
    ['start-time', '-1', 'a number of seconds'],
    ['start-time', 'soon', 'a number of seconds'],
    ['start-time', '1e999', 'a number of seconds'],
    ['start-time', '', 'a number of seconds'],
    ['event-id', ' ', 'the id or slug of an event'],
    ['poster', 'data:image/png;base64,AAAA', 'an http or https URL'],
  ] as const) {
    it(`refuses ${name}="${value}" and says what would be right`, () => {
      const made = element({ service: 'https://api.example', 'event-id': 'spring', [name]: value });
      const read = readAttributes(made);
      const [problem] = attributeProblems(made, read);
      expect(read.refused).to.deep.equal([name]);
      expect(problem?.code).to.equal('ATTRIBUTE_INVALID');
      expect(problem?.message).to.include(`${name}="${value}"`).and.to.include(right);
    });
  }

  it('says what is missing', () => {
    const without = element({ service: 'https://api.example' });
    expect(attributeProblems(without, readAttributes(without))[0]?.message).to.include('event-id is missing');
  });
});
