import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toSeconds } from './archive-seconds.ts';
import { parseMedia } from './parse-playlist.ts';
import { mediaPlaylist, multivariantPlaylist } from './playlist-text.ts';
import type { PlaylistEntry } from './playlist-text.ts';

function entriesOf(ticks: readonly number[], change: (index: number) => Partial<PlaylistEntry> = () => ({})) {
  const times = ticks.map((_, index) =>
    toSeconds(ticks.slice(0, index + 1).reduce((sum, one) => sum + one, 0)),
  );
  return times.map((end, index): PlaylistEntry => ({
    uri: `${String(index)}.ts`,
    range: { offset: 0, length: 188 },
    start: times[index - 1] ?? 0,
    end,
    discontinuity: false,
    programTime: undefined,
    ...change(index),
  }));
}

const durations = (text: string): readonly number[] =>
  [...text.matchAll(/#EXTINF:(\d+\.\d{6}),/g)].map(([, value]) => Number(value));

describe('mediaPlaylist', () => {
  it('lets no rounding add up: its durations make the time at which each entry begins, to the microsecond', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 1200 }),
        (ticks) => {
          const entries = entriesOf(ticks);
          let micros = 0;
          for (const [index, duration] of durations(mediaPlaylist(entries)).entries()) {
            assert.equal(micros, Math.round((entries[index]?.start ?? NaN) * 1e6));
            micros += Math.round(duration * 1e6);
          }
          assert.equal(micros, Math.round((entries.at(-1)?.end ?? NaN) * 1e6));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('holds every entry, in order, with what it says of it', () => {
    const entries = entriesOf([180_000, 180_000, 90_000], (index) => ({
      discontinuity: index === 1,
      programTime: index === 1 ? Date.UTC(2026, 2, 5, 7, 8, 9, 250) : undefined,
    }));
    const text = mediaPlaylist(entries);
    const { ended, segments } = parseMedia(text, 'p');
    assert.equal(ended, true);
    assert.deepEqual(
      Array.from(segments, ({ uri, discontinuity, programTime }) => [uri, discontinuity, programTime]),
      [
        ['0.ts', false, undefined],
        ['1.ts', true, Date.UTC(2026, 2, 5, 7, 8, 9, 250)],
        ['2.ts', false, undefined],
      ],
    );
    assert.match(text, /#EXT-X-TARGETDURATION:2\n/);
    assert.match(text, /#EXT-X-INDEPENDENT-SEGMENTS\n/);
  });

  it('promises no independent segments where a file is served whole', () => {
    const text = mediaPlaylist(
      entriesOf([90_000, 90_000], (index) => (index === 1 ? { range: undefined } : {})),
    );
    assert.doesNotMatch(text, /INDEPENDENT/);
    assert.equal([...text.matchAll(/BYTERANGE/g)].length, 1);
  });
});

describe('multivariantPlaylist', () => {
  it('leaves out codecs that would end their attribute', () => {
    const variant = { uri: 'p.m3u8', bandwidth: 600_000.2, width: 1280, height: 720, frameRate: 29.97 };
    assert.match(
      multivariantPlaylist([{ ...variant, codecs: 'avc1.4d401f,mp4a.40.2' }]),
      /BANDWIDTH=600001,CODECS="avc1\.4d401f,mp4a\.40\.2",RESOLUTION=1280x720,FRAME-RATE=29\.970\np\.m3u8/,
    );
    assert.doesNotMatch(multivariantPlaylist([{ ...variant, codecs: 'x",BANDWIDTH=1,Y="' }]), /CODECS/);
  });
});
