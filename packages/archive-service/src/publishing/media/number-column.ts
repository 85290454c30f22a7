const FIRST_LENGTH = 64;
/** Half as much again: doubling would leave more unused than a long recording's other columns take. */
const GROWTH = 1.5;

type Kind = typeof Float64Array | typeof Float32Array | typeof Uint32Array | typeof Int32Array;

/** Numbers in one block of memory: eight bytes each, or four, where an array of objects takes ten times that. */
export class NumberColumn {
  readonly #kind: Kind;
  #values: InstanceType<Kind>;
  #length = 0;

  constructor(kind: Kind = Float64Array) {
    this.#kind = kind;
    this.#values = new kind(FIRST_LENGTH);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.#kind(Math.ceil(this.#length * GROWTH));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** NaN where there is none. */
  at(index: number): number {
    return index < this.#length ? (this.#values[index] ?? NaN) : NaN;
  }
}
