import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cueAt, plainText, readWebVtt } from './web-vtt.ts';

const timestamp = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

const cue = fc
  .record({
    start: fc.nat(80_000_000),
    length: fc.integer({ min: 1, max: 1_000_000 }),
    text: fc.stringMatching(/^[\w /.]{1,20}$/),
  })
  .map(({ start, length, text }) => ({ start, end: start + length, text }));

/** What damages a file: pieces of its own grammar, and anything else. */
const junk = fc.oneof(
  fc.constantFrom(
    'WEBVTT\n\n',
    '\n\n',
    '\r',
    '-->',
    '00:00:01.000 --> 00:00:02.000\n',
    'NOTE ',
    'STYLE\n',
    '\0',
    '\uFEFF',
    '99999999:00:00.000',
    '<v ',
    '&amp',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('readWebVtt', () => {
  it('reads cues with and without hours, names, settings and comments, in the order of their times', () => {
    const file = `WEBVTT - a show\r\nKind: chapters\r\n\r\nNOTE\r\nby hand\r\n\r\nsecond\r\n01:00:05.250 --> 01:00:09.000 align:start\r\nTwo\r\nlines\r\n\r\n00:01.000 --> 00:02.500\r\nOne\r\n`;
    expect(readWebVtt(file)).to.deep.equal([
      { start: 1, end: 2.5, text: 'One' },
      { start: 3605.25, end: 3609, text: 'Two\nlines' },
    ]);
  });

  it('is nothing without its first line', () => {
    for (const file of ['', 'webvtt', '<!doctype html>', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nx']) {
      expect(readWebVtt(file), file).to.equal(undefined);
    }
  });

  it('leaves out bad cues, and keeps their neighbours', () => {
    const bad = [
      '00:05.000 --> 00:05.000\nno time',
      '00:06.000 --> 00:05.000\nbackwards',
      '00:61.000 --> 00:62.000\nno such second',
      '00:01 --> 00:02\nno thousandths',
      'soon --> later\nno times',
      'a\nb\n00:01.000 --> 00:02.000\ntoo late',
      '-->',
    ];
    const good = '00:07.000 --> 00:08.000\ngood';
    const file = ['WEBVTT', ...bad.flatMap((block) => [block, good])].join('\n\n');
    const cues = readWebVtt(file) ?? [];
    expect(cues).to.have.length(bad.length);
    expect(new Set(cues.map(({ text }) => text))).to.deep.equal(new Set(['good']));
  });

  it('gives what was written, whatever stands between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cue, fc.option(junk)), { maxLength: 12 }), (written) => {
        const blocks = written.flatMap(([{ start, end, text }, noise]) => [
          `${timestamp(start)} --> ${timestamp(end)}\n${text}`,
          // On a line of its own, so that it is neither a timing nor part of one.
          ...(noise === null ? [] : [`NOTE ${noise.replace(/[\r\n]|-->/g, '')}`]),
        ]);
        const wanted = written
          .map(([{ start, end, text }]) => ({ start: start / 1000, end: end / 1000, text }))
          .sort((a, b) => a.start - b.start);
        const read = readWebVtt(['WEBVTT', ...blocks].join('\n\n')) ?? [];
        expect(read.map(({ start, end }) => [start, end].map((s) => Math.round(s * 1000)))).to.deep.equal(
          wanted.map(({ start, end }) => [start, end].map((s) => Math.round(s * 1000))),
        );
        expect(read.map(({ text }) => text)).to.deep.equal(wanted.map(({ text }) => text.trim()));
      }),
    );
  });

  it('takes any damage: cues in order with an end after their start, or none', () => {
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 30 }), (pieces) => {
        const cues = readWebVtt(`WEBVTT\n\n${pieces.join('')}`) ?? [];
        for (const [index, { start, end, text }] of cues.entries()) {
          expect(start >= (cues[index - 1]?.start ?? 0) && start < end && end < Infinity).to.equal(true);
          plainText(text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no time over a large file of nothing', () => {
    for (const piece of [
      '<',
      '\n',
      '-->',
      '\n-->\n\n',
      '00:00:',
      ' ',
      '&',
      'NOTE\n\n',
      '00:01.000 --> 00:02.000\nx\n\n',
    ]) {
      const begun = performance.now();
      const cues = readWebVtt(`WEBVTT\n\n${piece.repeat(4_000_000 / piece.length)}`) ?? [];
      plainText(cues[0]?.text ?? piece.repeat(1_000_000));
      expect(cues.length).to.be.at.most(30_000);
      // A pattern that looks again and again would take hours.
      expect(performance.now() - begun, JSON.stringify(piece)).to.be.lessThan(3_000);
    }
  });
});

describe('cueAt', () => {
  it('finds what holds at a time, as looking through all of them does', () => {
    const times = fc.array(cue, { maxLength: 20 }).map((cues) => cues.sort((a, b) => a.start - b.start));
    fc.assert(
      fc.property(times, fc.nat(80_000_000), (cues, time) => {
        const last = cues.findLast(({ start }) => start <= time);
        expect(cueAt(cues, time)).to.equal(last && time < last.end ? last : undefined);
      }),
    );
  });
});

describe('plainText', () => {
  it('is what a reader sees', () => {
    expect(plainText('<v Ann>Mugs &amp;\n <b>bowls</b> &lt;new&gt; &unknown; <')).to.equal(
      'Mugs & bowls <new> &unknown;',
    );
  });
});
