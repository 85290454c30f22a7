interface NalRules {
  typeOf(header: number): number;
  isPicture(type: number): boolean;
  isKeyframe(type: number): boolean;
  /** The sequence parameter set's type: without one, no decoder starts. */
  readonly parameters: number;
}

/** NAL unit types: H.264, table 7-1, and H.265, table 7-1. */
const RULES: Readonly<Record<'avc' | 'hevc', NalRules>> = {
  avc: {
    typeOf: (header) => header & 0x1f,
    isPicture: (type) => type >= 1 && type <= 5,
    isKeyframe: (type) => type === 5,
    parameters: 7,
  },
  hevc: {
    typeOf: (header) => (header >> 1) & 0x3f,
    isPicture: (type) => type <= 31,
    isKeyframe: (type) => type >= 16 && type <= 23,
    parameters: 33,
  },
};

/**
 * Tells from a picture's first bytes whether a decoder can start at it: a keyframe with its parameter set before it. The random access flag of
 * the transport stream is not asked, since it is optional, and also set at recovery points from which a player cannot start cleanly.
 */
export class KeyframeFinder {
  readonly #rules: NalRules;
  /** The last three bytes, since a start code may lie across two packets. */
  #last = 0xffffff;
  #hasParameters = false;
  #found: boolean | undefined;

  constructor(codec: 'avc' | 'hevc') {
    this.#rules = RULES[codec];
  }

  /** `undefined` until the first part of the picture has come. */
  get isKeyframe(): boolean | undefined {
    return this.#found;
  }

  /** Takes the bytes from `begin` to `end`. */
  push(bytes: Uint8Array, begin: number, end: number): void {
    for (let at = begin; at < end && this.#found === undefined; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.#last === 1) this.#take(this.#rules.typeOf(byte));
      this.#last = ((this.#last << 8) | byte) & 0xffffff;
    }
  }

  #take(type: number): void {
    if (type === this.#rules.parameters) this.#hasParameters = true;
    else if (this.#rules.isPicture(type)) this.#found = this.#hasParameters && this.#rules.isKeyframe(type);
  }
}
