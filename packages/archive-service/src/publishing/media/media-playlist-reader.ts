import { ServiceError } from '../../errors.ts';
import type { ByteSpan } from './keyframe-ranges.ts';

export interface PlaylistSegment {
  readonly uri: string;
  readonly discontinuity: boolean;
  /** Epoch ms. */
  readonly programTime: number | undefined;
  /** In seconds. */
  readonly duration: number;
  readonly range: ByteSpan | undefined;
}

/** No line of IVS has a hundred characters; one without end would have to be held. */
const LINE_MAX_LENGTH = 16_384;

/**
 * Reads a playlist of segments in pieces as they come, and tells of each segment at once. A library would hold the whole of it as objects, which
 * for a long recording in two-second ranges is more than all else that publishing holds.
 */
export class MediaPlaylistReader {
  readonly #key: string;
  readonly #onSegment: (segment: PlaylistSegment) => void;
  #rest = '';
  #line = 0;
  #ended = false;
  #discontinuity = false;
  #programTime: number | undefined;
  #duration: number | undefined;
  #range: { readonly length: number; readonly offset: number | undefined } | undefined;
  /** Where the range before ended: one without offset begins there. */
  #last = { uri: '', end: 0 };

  /** @param key - of the playlist, for errors */
  constructor(key: string, onSegment: (segment: PlaylistSegment) => void) {
    this.#key = key;
    this.#onSegment = onSegment;
  }

  /** @throws ServiceError RECORDING_INVALID where it is no such playlist, MEDIA_UNSUPPORTED where its segments are no MPEG-TS */
  push(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
    if (this.#rest.length > LINE_MAX_LENGTH) throw this.#invalid('a line without end');
  }

  /** @returns whether the playlist says that nothing more comes */
  finish(): boolean {
    this.#take(this.#rest);
    return this.#ended;
  }

  #take(raw: string): void {
    const line = raw.trim();
    this.#line += 1;
    if (this.#line === 1 && !/^\uFEFF?#EXTM3U(\s|$)/.test(raw))
      throw this.#invalid('does not begin with #EXTM3U');
    if (line === '') return;
    if (!line.startsWith('#')) this.#segment(line);
    else if (line.startsWith('#EXT')) this.#tag(line);
  }

  #tag(line: string): void {
    const colon = line.indexOf(':');
    const value = colon < 0 ? '' : line.slice(colon + 1);
    switch (colon < 0 ? line : line.slice(0, colon)) {
      case '#EXTINF':
        this.#duration = this.#number(value.split(',', 1)[0]);
        break;
      case '#EXT-X-BYTERANGE': {
        const [length, offset] = value.split('@');
        this.#range = {
          length: this.#number(length),
          offset: offset === undefined ? undefined : this.#number(offset),
        };
        break;
      }
      case '#EXT-X-DISCONTINUITY':
        this.#discontinuity = true;
        break;
      case '#EXT-X-PROGRAM-DATE-TIME':
        this.#programTime = Date.parse(value);
        break;
      case '#EXT-X-ENDLIST':
        this.#ended = true;
        break;
      case '#EXT-X-MAP':
        throw this.#unsupported('its segments are fragmented MP4');
      case '#EXT-X-KEY':
        if (!/(^|,)METHOD=NONE(,|$)/.test(value)) throw this.#unsupported('its segments are encrypted');
        break;
      case '#EXT-X-STREAM-INF':
      case '#EXT-X-MEDIA':
        throw this.#invalid('lists renditions where segments were expected');
    }
  }

  #segment(uri: string): void {
    if (this.#duration === undefined)
      throw this.#invalid(`line ${String(this.#line)} is a file without #EXTINF`);
    this.#onSegment({
      uri,
      discontinuity: this.#discontinuity,
      programTime: Number.isFinite(this.#programTime) ? this.#programTime : undefined,
      duration: this.#duration,
      range: this.#rangeOf(uri),
    });
    this.#discontinuity = false;
    this.#programTime = undefined;
    this.#duration = undefined;
    this.#range = undefined;
  }

  #rangeOf(uri: string): ByteSpan | undefined {
    if (!this.#range) return undefined;
    const { length, offset = this.#last.uri === uri ? this.#last.end : 0 } = this.#range;
    this.#last = { uri, end: offset + length };
    return { offset, length };
  }

  #number(text = ''): number {
    const value = Number(text.trim() === '' ? NaN : text);
    if (Number.isFinite(value) && value >= 0) return value;
    throw this.#invalid(`line ${String(this.#line)} has ${JSON.stringify(text.slice(0, 40))} for a number`);
  }

  #invalid(problem: string): ServiceError {
    return new ServiceError('RECORDING_INVALID', `${this.#key} is no playlist: ${problem}`);
  }

  #unsupported(problem: string): ServiceError {
    const advice = 'only MPEG-TS can be published: record with the container format TS';
    return new ServiceError('MEDIA_UNSUPPORTED', `${this.#key}: ${problem}; ${advice}`);
  }
}
