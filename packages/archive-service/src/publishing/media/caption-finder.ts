import { SeiReader } from './sei-reader.ts';

/** ITU-T T.35 country and provider, then the user identifier and the type of ATSC A/53, part 4: caption data. */
const CAPTION_DATA = [0xb5, 0x00, 0x31, 0x47, 0x41, 0x39, 0x34, 0x03];
/** Behind it: flags with the count, and a byte that is always 255. */
const TRIPLETS_AT = CAPTION_DATA.length + 2;

/**
 * Tells whether a stream carries captions that somebody could read: CEA-608 or CEA-708 in the SEI of H.264 or H.265. Most encoders send the carrier
 * of captions all the time and fill it with nothing, or with facts on the programme, for which no viewer should be offered a button.
 */
export class CaptionFinder {
  readonly #sei: SeiReader;
  /** For each of the two fields whether a caption has been opened: only then are letters part of one. */
  readonly #open: [boolean, boolean] = [false, false];
  #found = false;

  constructor(codec: 'avc' | 'hevc') {
    this.#sei = new SeiReader(codec, (data) => {
      this.#read(data);
    });
  }

  get found(): boolean {
    return this.#found;
  }

  /** Whether what comes before the next picture can still tell something. */
  get isWaiting(): boolean {
    return !this.#found && this.#sei.isWaiting;
  }

  /**
   * Takes the stream's bytes from `begin` to `end`.
   * @param starts - whether a picture begins with them
   */
  push(bytes: Uint8Array, begin: number, end: number, starts: boolean): void {
    if (!this.#found) this.#sei.push(bytes, begin, end, starts);
  }

  #read(data: Uint8Array): void {
    if (CAPTION_DATA.some((byte, index) => data[index] !== byte)) return;
    const flags = data[CAPTION_DATA.length] ?? 0;
    const isCaptions = (flags & 0x40) !== 0;
    const end = Math.min(TRIPLETS_AT + (flags & 0x1f) * 3, data.length - 2);
    for (let at = TRIPLETS_AT; isCaptions && at < end; at += 3) {
      const [head = 0, first = 0, second = 0] = data.subarray(at, at + 3);
      const isValid = (head & 4) !== 0;
      const type = head & 3;
      if (!isValid) continue;
      if (type === 3) this.#found ||= hasService(second);
      else if (type < 2) this.#found ||= this.#hasLetters(type === 0 ? 0 : 1, first & 0x7f, second & 0x7f);
    }
  }

  /** CEA-608: letters after a control code of a caption. Without parity; what lies between 1 and 15 begins or ends facts on the programme. */
  #hasLetters(field: 0 | 1, first: number, second: number): boolean {
    if (first === 0) return false;
    if (first < 0x10) {
      this.#open[field] = false;
      return false;
    }
    if (first >= 0x20) return this.#open[field];
    this.#open[field] = true;
    // Some letters are control codes themselves: special ones (11, 30 to 3F) and those of western Europe (12 and 13, 20 to 3F).
    const code = first & 0x07;
    const begin = code === 1 ? 0x30 : code === 2 || code === 3 ? 0x20 : Infinity;
    return second >= begin && second < 0x40;
  }
}

/** CEA-708: a packet's first service block that is not empty. Its header has the service's number and the block's size. */
function hasService(header: number): boolean {
  return header >> 5 !== 0 && (header & 0x1f) !== 0;
}
