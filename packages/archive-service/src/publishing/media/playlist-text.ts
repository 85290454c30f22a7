import type { ByteSpan } from './keyframe-ranges.ts';

/** One entry of a published media playlist. */
export interface PlaylistEntry {
  readonly uri: string;
  /** `undefined`: the whole file. */
  readonly range: ByteSpan | undefined;
  /** In seconds, on the archive's timeline. */
  readonly start: number;
  readonly discontinuity: boolean;
  /** Epoch ms of `start`, told where program time does not run on by itself. */
  readonly programTime: number | undefined;
}

/**
 * A media playlist. Each duration is the difference of two rounded times rather than a rounded difference, so that no error adds up: players
 * that count durations and players that go by time stamps meet at the same picture.
 *
 * @param end - in seconds, where the last entry ends
 */
export function mediaPlaylist(entries: readonly PlaylistEntry[], end: number): string {
  const lines = entries.flatMap((entry, index) => {
    const duration = (entries[index + 1]?.start ?? end) - entry.start;
    return [
      ...(entry.discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
      ...(entry.programTime === undefined
        ? []
        : [`#EXT-X-PROGRAM-DATE-TIME:${new Date(entry.programTime).toISOString()}`]),
      `#EXTINF:${duration.toFixed(6)},`,
      ...(entry.range
        ? [`#EXT-X-BYTERANGE:${String(entry.range.length)}@${String(entry.range.offset)}`]
        : []),
      entry.uri,
    ];
  });
  const longest = entries.reduce(
    (most, { start }, index) => Math.max(most, (entries[index + 1]?.start ?? end) - start),
    1,
  );
  const head = [
    '#EXTM3U',
    '#EXT-X-VERSION:4',
    `#EXT-X-TARGETDURATION:${String(Math.ceil(longest))}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-MEDIA-SEQUENCE:0',
    ...(entries.every(({ range }) => range) ? ['#EXT-X-INDEPENDENT-SEGMENTS'] : []),
  ];
  return `${[...head, ...lines, '#EXT-X-ENDLIST'].join('\n')}\n`;
}

export interface Variant {
  readonly uri: string;
  /** Bits a second. */
  readonly bandwidth: number;
  readonly codecs: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly frameRate: number | undefined;
}

export function multivariantPlaylist(variants: readonly Variant[]): string {
  const lines = variants.flatMap(({ uri, bandwidth, codecs, width, height, frameRate }) => {
    const attributes = [
      `BANDWIDTH=${String(Math.ceil(bandwidth))}`,
      // Codecs come from the recording: a quote in them would end the attribute.
      ...(codecs !== undefined && /^[\w.,-]+$/.test(codecs) ? [`CODECS="${codecs}"`] : []),
      ...(width !== undefined && height !== undefined
        ? [`RESOLUTION=${String(width)}x${String(height)}`]
        : []),
      ...(frameRate === undefined ? [] : [`FRAME-RATE=${frameRate.toFixed(3)}`]),
    ];
    return [`#EXT-X-STREAM-INF:${attributes.join(',')}`, uri];
  });
  return `${['#EXTM3U', '#EXT-X-VERSION:4', ...lines].join('\n')}\n`;
}
