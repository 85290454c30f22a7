import { TICKS_PER_SECOND } from './pts.ts';

/** ISO/IEC 14496-3, table 1.18, by the header's index. */
const SAMPLE_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
];
/** Samples in each AAC frame. */
const FRAME_SAMPLES = 1024;
const HEADER_BYTES = 7;

/**
 * How long the sound of a PES packet lasts, by the AAC frames in it. An encoder puts as many frames into a packet as it likes, so the distance of
 * time stamps does not tell where the last packet ends, which is where players let the next run begin.
 */
export class AdtsFrames {
  readonly #header = new Uint8Array(HEADER_BYTES);
  /** Bytes of the header that have come. */
  #read = 0;
  /** Bytes of the current frame that are still to come. */
  #skip = 0;
  #ticks = 0;

  /** Ticks; 0 where what came is no AAC in ADTS. */
  get duration(): number {
    return Math.round(this.#ticks);
  }

  /** To be called where a PES packet begins: what has been counted is of another one. */
  restart(): void {
    this.#read = 0;
    this.#skip = 0;
    this.#ticks = 0;
  }

  /** Takes the bytes from `begin` to `end`. */
  push(bytes: Uint8Array, begin: number, end: number): void {
    let at = begin;
    while (at < end) {
      if (this.#skip > 0) {
        const step = Math.min(this.#skip, end - at);
        this.#skip -= step;
        at += step;
      } else if (this.#read === 0 && at + HEADER_BYTES <= end) {
        this.#open(bytes, at);
        at += HEADER_BYTES;
      } else {
        this.#header[this.#read] = bytes[at] ?? 0;
        this.#read += 1;
        at += 1;
        if (this.#read === HEADER_BYTES) this.#open(this.#header, 0);
      }
    }
  }

  /** Takes the header that begins at `at`, byte for byte by its index: there are some hundred in each file. */
  #open(bytes: Uint8Array, at: number): void {
    this.#read = 0;
    const isSync = bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xf6) === 0xf0;
    const rate = SAMPLE_RATES[((bytes[at + 2] ?? 0) >> 2) & 15];
    const size =
      (((bytes[at + 3] ?? 0) & 3) << 11) | ((bytes[at + 4] ?? 0) << 3) | ((bytes[at + 5] ?? 0) >> 5);
    // Not where a frame should begin: nothing more can be told of this packet.
    if (!isSync || rate === undefined || size < HEADER_BYTES) this.#skip = Infinity;
    else {
      this.#skip = size - HEADER_BYTES;
      this.#ticks += ((((bytes[at + 6] ?? 0) & 3) + 1) * FRAME_SAMPLES * TICKS_PER_SECOND) / rate;
    }
  }
}
