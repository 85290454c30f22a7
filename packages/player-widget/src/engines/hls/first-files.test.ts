import { expect } from '@open-wc/testing';
import { firstPlaylist, firstSegment } from './first-files.ts';

const MASTER = `#EXTM3U
#EXT-X-VERSION:4
#EXT-X-STREAM-INF:BANDWIDTH=2400000,RESOLUTION=1280x720,CODECS="avc1.640020,mp4a.40.2"
720p/playlist.m3u8
#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=1,BANDWIDTH=690000
360p/playlist.m3u8
#EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=230000
160p/playlist.m3u8
`;

describe('what a playlist has hls.js ask for first', () => {
  it('is the best rendition that the bandwidth carries with care, or else the least', () => {
    for (const [bandwidth, url] of [
      [10_000_000, '720p/playlist.m3u8'],
      [1_000_000, '360p/playlist.m3u8'],
      [900_000, '160p/playlist.m3u8'],
      [0, '160p/playlist.m3u8'],
    ] as const)
      expect(firstPlaylist(MASTER, bandwidth)).to.deep.equal({ url });
    for (const none of ['', '#EXTM3U\n', '<!doctype html>', '#EXT-X-STREAM-INF:BANDWIDTH=1\n#EXT-X-ENDLIST'])
      expect(firstPlaylist(none, 1)).to.equal(undefined);
  });

  it('is the first segment, or the part of its file that it is', () => {
    const of = (...lines: string[]): unknown =>
      firstSegment(['#EXTM3U', ...lines, '#EXTINF:9,', 'later.ts', '#EXT-X-ENDLIST'].join('\n'));
    expect(of('#EXTINF:10.000,', '0.ts')).to.deep.equal({ url: '0.ts', isMedia: true });
    expect(of('#EXTINF:2,title', '#EXT-X-BYTERANGE:500@7', '#EXT-X-DISCONTINUITY', '0.ts')).to.deep.equal({
      url: '0.ts',
      isMedia: true,
      range: { start: 7, end: 507 },
    });
    expect(of('#EXTINF:2,', '#EXT-X-BYTERANGE:500', '0.ts')).to.deep.equal({
      url: '0.ts',
      isMedia: true,
      range: { start: 0, end: 500 },
    });
  });

  it('is nothing of a playlist that goes on: where that begins is for the engine to say', () => {
    expect(firstSegment('#EXTM3U\n#EXTINF:10,\n0.ts\n')).to.equal(undefined);
    expect(firstSegment('#EXTM3U\n#EXT-X-ENDLIST\n')).to.equal(undefined);
  });
});
