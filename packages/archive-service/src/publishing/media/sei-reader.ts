interface UnitRules {
  readonly headerBytes: number;
  /** By the header's first byte. */
  isSei(header: number): boolean;
  isSlice(header: number): boolean;
}

/** NAL unit types: H.264, table 7-1, and H.265, table 7-1 (prefix SEI: captions must be known before their picture is shown). */
const RULES: Readonly<Record<'avc' | 'hevc', UnitRules>> = {
  avc: {
    headerBytes: 1,
    isSei: (header) => (header & 0x1f) === 6,
    isSlice: (header) => (header & 0x1f) >= 1 && (header & 0x1f) <= 5,
  },
  hevc: {
    headerBytes: 2,
    isSei: (header) => ((header >> 1) & 0x3f) === 39,
    isSlice: (header) => ((header >> 1) & 0x3f) <= 31,
  },
};

/** H.264, annex D: user data that is registered by Recommendation ITU-T T.35. */
const REGISTERED_USER_DATA = 4;
/** Captions have 103 bytes at most; of a longer message only the beginning is kept. */
const KEPT_BYTES = 128;

/**
 * Picks the registered user data out of pictures that come in pieces. Of each picture only what lies before its first slice is looked at, which is
 * where it has to be, so that most of the bytes cost nothing.
 */
export class SeiReader {
  readonly #rules: UnitRules;
  readonly #onUserData: (data: Uint8Array) => void;
  #state: 'between' | 'header' | 'sei' | 'slices' = 'slices';
  #zeros = 0;
  #headerLeft = 0;
  // The message that is being read.
  #part: 'type' | 'size' | 'content' = 'type';
  #type = 0;
  #size = 0;
  #seen = 0;
  readonly #kept = new Uint8Array(KEPT_BYTES);

  constructor(codec: 'avc' | 'hevc', onUserData: (data: Uint8Array) => void) {
    this.#rules = RULES[codec];
    this.#onUserData = onUserData;
  }

  /** Whether the first slice of the picture has not come yet. */
  get isWaiting(): boolean {
    return this.#state !== 'slices';
  }

  /**
   * Takes the bytes from `begin` to `end`.
   * @param starts - whether a picture begins with them
   */
  push(bytes: Uint8Array, begin: number, end: number, starts: boolean): void {
    if (starts) {
      this.#state = 'between';
      this.#zeros = 0;
    }
    for (let at = begin; at < end && this.#state !== 'slices'; at += 1) {
      if (this.#state === 'between') at = this.#find(bytes, at, end);
      if (at < end) this.#take(bytes[at] ?? 0);
    }
  }

  /** Goes on to the byte that ends the next start code; to the end where there is none. */
  #find(bytes: Uint8Array, begin: number, end: number): number {
    let zeros = this.#zeros;
    let at = begin;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === 0) zeros += 1;
      else if (byte === 1 && zeros >= 2) break;
      else zeros = 0;
    }
    this.#zeros = zeros;
    return at;
  }

  #take(byte: number): void {
    const zeros = this.#zeros;
    this.#zeros = byte === 0 ? zeros + 1 : 0;
    if (zeros >= 2 && byte === 1) {
      this.#state = 'header';
      this.#headerLeft = this.#rules.headerBytes;
    } else if (this.#state === 'header') this.#takeHeader(byte);
    // After two zeros a 3 is there only so that nothing looks like a start code.
    else if (this.#state === 'sei' && !(zeros >= 2 && byte === 3)) this.#takeMessage(byte);
  }

  #takeHeader(byte: number): void {
    const isFirst = this.#headerLeft === this.#rules.headerBytes;
    this.#headerLeft -= 1;
    if (isFirst && this.#rules.isSlice(byte)) this.#state = 'slices';
    else if (isFirst && !this.#rules.isSei(byte)) this.#state = 'between';
    else if (this.#headerLeft === 0) {
      this.#state = 'sei';
      this.#beginMessage();
    }
  }

  #beginMessage(): void {
    this.#part = 'type';
    this.#type = 0;
    this.#size = 0;
    this.#seen = 0;
  }

  /** Type and size are sums of bytes: each of 255 says that one more comes. */
  #takeMessage(byte: number): void {
    if (this.#part === 'type') {
      this.#type += byte;
      if (byte !== 255) this.#part = 'size';
      return;
    }
    if (this.#part === 'size') {
      this.#size += byte;
      if (byte === 255) return;
      this.#part = 'content';
      if (this.#size === 0) this.#beginMessage();
      return;
    }
    if (this.#seen < KEPT_BYTES) this.#kept[this.#seen] = byte;
    this.#seen += 1;
    if (this.#seen < this.#size) return;
    if (this.#type === REGISTERED_USER_DATA)
      this.#onUserData(this.#kept.subarray(0, Math.min(this.#size, KEPT_BYTES)));
    this.#beginMessage();
  }
}
