import { expect } from '@open-wc/testing';
import { answer, CDN } from '../test/mock-requests.ts';
import { rejection } from '../test/happenings.ts';
import { fetchText } from './fetch-text.ts';

const FILE = `${CDN}/chapters.vtt`;
const { signal } = new AbortController();

describe('fetchText', () => {
  it('gives the text and where it came from', async () => {
    await answer({ [FILE]: 'Grüße' });
    expect(await fetchText(FILE, { most: 7, signal })).to.deep.equal({ text: 'Grüße', url: FILE });
  });

  for (const [what, body, said] of [
    ['a text that is too long', 'Grüße', 'should have at most 6 bytes'],
    ['a file that is not there', 404, 'answered 404'],
  ] as const) {
    it(`names ${what}`, async () => {
      await answer({ [FILE]: body });
      const problem = await rejection(fetchText(FILE, { most: 6, signal }));
      expect(String(problem)).to.include(FILE).and.to.include(said);
    });
  }

  it('names a place that does not answer', async () => {
    const problem = await rejection(fetchText('http://127.0.0.1:9/x.vtt', { most: 6, signal }));
    expect(String(problem)).to.include('http://127.0.0.1:9/x.vtt could not be read');
  });
});
