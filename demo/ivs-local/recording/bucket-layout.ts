/** Names inside a recording's prefix, as IVS's Auto-Record to Amazon S3 has them. */
export const LAYOUT = {
  started: 'events/recording-started.json',
  ended: 'events/recording-ended.json',
  failed: 'events/recording-failed.json',
  hls: 'media/hls',
  master: 'master.m3u8',
  byteRangeMaster: 'byte-range-multivariant.m3u8',
  playlist: 'playlist.m3u8',
  byteRangePlaylist: 'byte-range-variant.m3u8',
  thumbnails: 'media/thumbnails',
  latestThumbnail: 'media/latest_thumbnail/thumb.jpg',
} as const;

/** No slash at either end. Month, day, hour and minute are UTC and have no leading zero. */
export function recordingPrefix(
  accountId: string,
  channelId: string,
  startedAt: number,
  recordingId: string,
): string {
  const at = new Date(startedAt);
  const parts = [
    at.getUTCFullYear(),
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
  ];
  return `ivs/v1/${accountId}/${channelId}/${parts.join('/')}/${recordingId}`;
}

/** For example `720p30`. */
export function renditionFolder(height: number, fps: number): string {
  return `${height}p${Math.round(fps)}`;
}
