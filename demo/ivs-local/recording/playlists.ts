import { fileDuration, type RecordedFile } from './recorded-file.ts';

interface Entry {
  readonly discontinuity: boolean;
  readonly programTime: number;
  readonly duration: number;
  readonly lines: readonly string[];
}

/**
 * A rendition's playlist of whole files and the one of the same media by keyframe (byte ranges of the files, HLS version 4). They grow with the
 * recording, and keep nothing of a file but its lines.
 */
export class RenditionPlaylists {
  readonly #files = new GrowingPlaylist(3);
  readonly #ranges = new GrowingPlaylist(4);

  add(file: RecordedFile): void {
    this.#files.add({
      discontinuity: file.discontinuity,
      programTime: file.ranges[0]?.programTime ?? 0,
      duration: fileDuration(file),
      lines: [file.name],
    });
    for (const [index, { programTime, duration, length, offset }] of file.ranges.entries()) {
      const discontinuity = file.discontinuity && index === 0;
      const lines = [`#EXT-X-BYTERANGE:${length}@${offset}`, file.name];
      this.#ranges.add({ discontinuity, programTime, duration, lines });
    }
  }

  files(ended: boolean): string {
    return this.#files.text(ended);
  }

  byteRanges(ended: boolean): string {
    return this.#ranges.text(ended);
  }
}

/** EVENT while it grows and after it has ended, with the vendor's own tags, as IVS leaves it. */
class GrowingPlaylist {
  readonly #version: number;
  #entries = '';
  /** Seconds. */
  #total = 0;
  #longest = 1;
  /** Epoch milliseconds. */
  #writtenAt = 0;

  constructor(version: number) {
    this.#version = version;
  }

  add({ discontinuity, programTime, duration, lines }: Entry): void {
    this.#total += duration;
    this.#longest = Math.max(this.#longest, Math.round(duration));
    this.#writtenAt = programTime + duration * 1000;
    const added = [
      ...(discontinuity ? ['#EXT-X-DISCONTINUITY', '#EXT-X-TWITCH-DISCONTINUITY'] : []),
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(programTime).toISOString()}`,
      `#EXTINF:${duration.toFixed(3)},`,
      ...lines,
      '',
    ];
    this.#entries += added.join('\n');
  }

  text(ended: boolean): string {
    const head = [
      '#EXTM3U',
      `#EXT-X-VERSION:${this.#version}`,
      `#EXT-X-TARGETDURATION:${this.#longest}`,
      `#ID3-EQUIV-TDTG:${new Date(this.#writtenAt).toISOString().slice(0, 19)}`,
      '#EXT-X-PLAYLIST-TYPE:EVENT',
      '#EXT-X-MEDIA-SEQUENCE:0',
      '#EXT-X-TWITCH-ELAPSED-SECS:0.000',
      `#EXT-X-TWITCH-TOTAL-SECS:${this.#total.toFixed(3)}`,
      '',
    ];
    return `${head.join('\n')}${this.#entries}${ended ? '#EXT-X-ENDLIST\n' : ''}`;
  }
}
