import { PREFIX, TAKES } from '../show.ts';
import type { Rendition } from './encode-take.ts';

/** A rendition's playlist, with what IVS's may have: numbers that skip, its own tags, a file without a time. */
export function mediaPlaylist(): string {
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    '#EXT-X-TARGETDURATION:6',
    '#ID3-EQUIV-TDTG:2026-03-05T07:09:16',
    '#EXT-X-PLAYLIST-TYPE:EVENT',
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-TWITCH-ELAPSED-SECS:0.000',
  ];
  for (const [index, { files, startedAt }] of TAKES.entries()) {
    if (index > 0) lines.push('#EXT-X-DISCONTINUITY', '#EXT-X-TWITCH-DISCONTINUITY');
    let time = startedAt;
    for (const [number, seconds] of files) {
      if (number !== 3) lines.push(`#EXT-X-PROGRAM-DATE-TIME:${new Date(time).toISOString()}`);
      lines.push(`#EXTINF:${seconds.toFixed(3)},`, `${String(number)}.ts`);
      time += seconds * 1000;
    }
  }
  return [...lines, '#EXT-X-ENDLIST', ''].join('\n');
}

/** In no order, as in AWS's own example. */
export function multivariantPlaylist(renditions: readonly Rendition[]): string {
  const entries = renditions.map(({ path, width, height }) => {
    const picture =
      width === undefined
        ? 'CODECS="mp4a.40.2"'
        : `RESOLUTION=${String(width)}x${String(height)},CODECS="avc1.64000d,mp4a.40.2"`;
    const bandwidth = width === undefined ? 60_000 : width * 500;
    return `#EXT-X-STREAM-INF:BANDWIDTH=${String(bandwidth)},${picture}\n${path}/playlist.m3u8\n`;
  });
  return `#EXTM3U\n#EXT-X-VERSION:3\n${entries.join('')}`;
}

/** `recording-ended.json`; the thumbnails that it names were never written. */
export function endedJson(renditions: readonly Rendition[]): string {
  const ended = {
    version: 'v1',
    channel_arn: `arn:aws:ivs:us-west-2:123456789012:channel/${PREFIX.split('/')[3] ?? ''}`,
    recording_ended_at: '2026-03-05T07:09:20Z',
    recording_started_at: '2026-03-05T07:08:09Z',
    recording_status: 'RECORDING_ENDED',
    media: {
      hls: {
        duration_ms: 24_000,
        path: 'media/hls',
        playlist: 'master.m3u8',
        renditions: renditions.map(({ path, width, height }) => ({
          path,
          playlist: 'playlist.m3u8',
          ...(width !== undefined && { resolution_height: height, resolution_width: width }),
        })),
      },
      thumbnails: { path: 'media/thumbnails', resolution_height: 180, resolution_width: 320 },
      latest_thumbnail: {
        path: 'media/latest_thumbnail/thumb.jpg',
        resolution_height: 180,
        resolution_width: 320,
      },
    },
  };
  return JSON.stringify(ended, null, 2);
}
