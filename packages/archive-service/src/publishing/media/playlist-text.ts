import type { ByteSpan } from './keyframe-ranges.ts';

/** One entry of a published media playlist. */
export interface PlaylistEntry {
  readonly uri: string;
  /** `undefined`: the whole file. */
  readonly range: ByteSpan | undefined;
  /** In seconds, on the archive's timeline. */
  readonly start: number;
  /** Where the next one begins. */
  readonly end: number;
  readonly discontinuity: boolean;
  /** Epoch ms of `start`, told where program time does not run on by itself. */
  readonly programTime: number | undefined;
}

/** So many entries are made into one text before the next are asked for. */
const BLOCK = 512;

/**
 * A media playlist. Each duration is the difference of two rounded times rather than a rounded difference, so that no error adds up: players
 * that count durations and players that go by time stamps meet at the same picture.
 */
export function mediaPlaylist(entries: Iterable<PlaylistEntry>): string {
  const blocks: string[] = [];
  let lines: string[] = [];
  let longest = 1;
  let independent = true;
  for (const entry of entries) {
    longest = Math.max(longest, entry.end - entry.start);
    independent &&= entry.range !== undefined;
    lines.push(entryText(entry));
    if (lines.length === BLOCK) {
      blocks.push(lines.join(''));
      lines = [];
    }
  }
  const head = [
    '#EXTM3U',
    '#EXT-X-VERSION:4',
    `#EXT-X-TARGETDURATION:${String(Math.ceil(longest))}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-MEDIA-SEQUENCE:0',
    ...(independent ? ['#EXT-X-INDEPENDENT-SEGMENTS'] : []),
    '',
  ].join('\n');
  return [head, ...blocks, ...lines, '#EXT-X-ENDLIST\n'].join('');
}

function entryText({ uri, range, start, end, discontinuity, programTime }: PlaylistEntry): string {
  return [
    discontinuity ? '#EXT-X-DISCONTINUITY\n' : '',
    programTime === undefined ? '' : `#EXT-X-PROGRAM-DATE-TIME:${new Date(programTime).toISOString()}\n`,
    `#EXTINF:${(end - start).toFixed(6)},\n`,
    range ? `#EXT-X-BYTERANGE:${String(range.length)}@${String(range.offset)}\n` : '',
    `${uri}\n`,
  ].join('');
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
