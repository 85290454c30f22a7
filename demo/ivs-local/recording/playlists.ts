import { fileDuration, type RecordedFile } from './recorded-file.ts';

export interface PlaylistState {
  readonly files: readonly RecordedFile[];
  readonly ended: boolean;
}

interface Entry {
  readonly discontinuity: boolean;
  readonly programTime: number;
  readonly duration: number;
  readonly lines: readonly string[];
}

/** A rendition's playlist of whole files. */
export function filePlaylist({ files, ended }: PlaylistState): string {
  const entries = files.map((file): Entry => ({
    discontinuity: file.discontinuity,
    programTime: file.ranges[0]?.programTime ?? 0,
    duration: fileDuration(file),
    lines: [file.name],
  }));
  return playlist(3, entries, ended);
}

/** The same media addressed by keyframe: byte ranges of the files (HLS version 4). */
export function byteRangePlaylist({ files, ended }: PlaylistState): string {
  const entries = files.flatMap((file) =>
    file.ranges.map((range, index): Entry => ({
      discontinuity: file.discontinuity && index === 0,
      programTime: range.programTime,
      duration: range.duration,
      lines: [`#EXT-X-BYTERANGE:${range.length}@${range.offset}`, file.name],
    })),
  );
  return playlist(4, entries, ended);
}

/** EVENT while it grows and after it has ended, with the vendor's own tags, as IVS leaves it. */
function playlist(version: number, entries: readonly Entry[], ended: boolean): string {
  const total = entries.reduce((sum, { duration }) => sum + duration, 0);
  const longest = Math.max(1, ...entries.map(({ duration }) => Math.round(duration)));
  const last = entries.at(-1);
  const writtenAt = new Date((last?.programTime ?? 0) + (last?.duration ?? 0) * 1000);
  return [
    '#EXTM3U',
    `#EXT-X-VERSION:${version}`,
    `#EXT-X-TARGETDURATION:${longest}`,
    `#ID3-EQUIV-TDTG:${writtenAt.toISOString().slice(0, 19)}`,
    '#EXT-X-PLAYLIST-TYPE:EVENT',
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-TWITCH-ELAPSED-SECS:0.000',
    `#EXT-X-TWITCH-TOTAL-SECS:${total.toFixed(3)}`,
    ...entries.flatMap(({ discontinuity, programTime, duration, lines }) => [
      ...(discontinuity ? ['#EXT-X-DISCONTINUITY', '#EXT-X-TWITCH-DISCONTINUITY'] : []),
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(programTime).toISOString()}`,
      `#EXTINF:${duration.toFixed(3)},`,
      ...lines,
    ]),
    ...(ended ? ['#EXT-X-ENDLIST'] : []),
    '',
  ].join('\n');
}
