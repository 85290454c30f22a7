import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ServiceError } from '../../errors.ts';
import { parseMedia, parseMultivariant } from './parse-playlist.ts';
import { mediaPlaylist, multivariantPlaylist } from './playlist-text.ts';

/** As IVS leaves it: its own tags, numbers that skip, a restart, dates that are not on every segment. */
const IVS = `#EXTM3U
#EXT-X-VERSION:3
#EXT-X-TARGETDURATION:13
#ID3-EQUIV-TDTG:2026-09-18T03:03:23
#EXT-X-PLAYLIST-TYPE:EVENT
#EXT-X-MEDIA-SEQUENCE:0
#EXT-X-TWITCH-ELAPSED-SECS:0.000
#EXT-X-PROGRAM-DATE-TIME:2026-09-18T02:25:00.726Z
#EXTINF:10.000,
0.ts
#EXTINF:5.500,
3.ts
#EXT-X-DISCONTINUITY
#EXT-X-TWITCH-DISCONTINUITY
#EXT-X-PROGRAM-DATE-TIME:2026-09-18T02:26:20.000Z
#EXTINF:10.000,
5.ts
#EXT-X-ENDLIST
`;

describe('parseMedia', () => {
  it('reads a playlist as IVS leaves it', () => {
    const { ended, segments } = parseMedia(IVS, 'p.m3u8');
    assert.ok(ended);
    assert.deepEqual(
      segments.map(({ uri, discontinuity, programTime }) => [uri, discontinuity, programTime]),
      [
        ['0.ts', false, Date.UTC(2026, 8, 18, 2, 25, 0, 726)],
        ['3.ts', false, undefined],
        ['5.ts', true, Date.UTC(2026, 8, 18, 2, 26, 20)],
      ],
    );
    assert.equal(parseMedia(IVS.replace('#EXT-X-ENDLIST\n', ''), 'p.m3u8').ended, false);
  });

  it('reads byte ranges, with and without offsets', () => {
    const ranges = ['#EXT-X-BYTERANGE:100@0', '#EXT-X-BYTERANGE:50', '#EXT-X-BYTERANGE:7@150'];
    const text = [
      '#EXTM3U',
      '#EXT-X-VERSION:4',
      '#EXT-X-TARGETDURATION:2',
      ...ranges.flatMap((r) => ['#EXTINF:2,', r, '0.ts']),
    ];
    assert.deepEqual(
      parseMedia(text.join('\n'), 'p').segments.map(({ range }) => range),
      [
        { offset: 0, length: 100 },
        { offset: 100, length: 50 },
        { offset: 150, length: 7 },
      ],
    );
  });

  it('says which playlist is none, and why', () => {
    assert.throws(() => parseMedia('<html>', 'a/p.m3u8'), {
      code: 'RECORDING_INVALID',
      message: /a\/p\.m3u8.*#EXTM3U/,
    });
    const multivariant = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nx.m3u8\n';
    assert.throws(() => parseMedia(multivariant, 'p'), { code: 'RECORDING_INVALID' });
    assert.throws(() => parseMultivariant(IVS, 'p'), { code: 'RECORDING_INVALID' });
  });

  it('does not begin with a multivariant playlist that would take minutes', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, at) =>
        `#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID="g",NAME="${String(at)}"\n#EXT-X-STREAM-INF:BANDWIDTH=1,VIDEO="g"\n${String(at)}`,
    );
    assert.throws(() => parseMultivariant(['#EXTM3U', ...lines].join('\n'), 'p'), {
      code: 'RECORDING_INVALID',
      message: /at most 16384/,
    });
  });

  it('refuses fragmented MP4 and encryption with advice', () => {
    const withTag = (tag: string): string => IVS.replace('#EXTINF:10', `${tag}\n#EXTINF:10`);
    assert.throws(() => parseMedia(withTag('#EXT-X-MAP:URI="init.mp4"'), 'p'), {
      code: 'MEDIA_UNSUPPORTED',
      message: /TS/,
    });
    assert.throws(() => parseMedia(withTag('#EXT-X-KEY:METHOD=AES-128,URI="k"'), 'p'), {
      code: 'MEDIA_UNSUPPORTED',
    });
  });

  it('throws nothing but its own error, whatever the text', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(...IVS.split('\n')),
        fc.string(),
        fc.string().map((s) => `#EXT-X-${s}`),
      ),
    );
    fc.assert(
      fc.property(lines, (list) => {
        for (const parse of [parseMedia, parseMultivariant]) {
          try {
            parse(['#EXTM3U', ...list].join('\n'), 'p');
          } catch (error) {
            assert.ok(error instanceof ServiceError, String(error));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('published playlists', () => {
  it('can be read by a parser that is not ours, and add up', () => {
    const starts = [0, 1.833333, 3.666666, 5.5, 7.333333];
    const text = mediaPlaylist(
      starts.map((start, index) => ({
        uri: `${String(Math.floor(index / 2))}.ts`,
        range: { offset: (index % 2) * 100, length: 100 },
        start,
        end: starts[index + 1] ?? 9.166666,
        discontinuity: index === 2,
        programTime: index % 2 === 0 ? Date.UTC(2026, 2, 5, 7, 8, 9, 250 + index) : undefined,
      })),
    );
    const { ended, segments } = parseMedia(text, 'p');
    assert.ok(ended);
    assert.deepEqual(
      segments.map(({ uri }) => uri),
      ['0.ts', '0.ts', '1.ts', '1.ts', '2.ts'],
    );
    assert.deepEqual(
      segments.map(({ discontinuity }) => discontinuity),
      [false, false, true, false, false],
    );
    assert.equal(segments[2]?.programTime, Date.UTC(2026, 2, 5, 7, 8, 9, 252));
    const sum = [...text.matchAll(/#EXTINF:([\d.]+),/g)].reduce(
      (total, [, value]) => total + Number(value),
      0,
    );
    assert.ok(Math.abs(sum - 9.166666) < 1e-6);
    assert.match(text, /#EXT-X-TARGETDURATION:2\n/);
  });

  it('lets no quote of the recording into the multivariant playlist', () => {
    const resolution = { width: 1280, height: 720 };
    const base = { bandwidth: 600_000.5, ...resolution, frameRate: 30 };
    const text = multivariantPlaylist([
      { ...base, uri: 'a.m3u8', codecs: 'avc1.640032,mp4a.40.2' },
      { ...base, uri: 'b.m3u8', codecs: 'x",URI="https://evil.example' },
    ]);
    assert.deepEqual(parseMultivariant(text, 'p'), [
      { uri: 'a.m3u8', bandwidth: 600_001, codecs: 'avc1.640032,mp4a.40.2', frameRate: 30, resolution },
      { uri: 'b.m3u8', bandwidth: 600_001, codecs: undefined, frameRate: 30, resolution },
    ]);
  });
});
