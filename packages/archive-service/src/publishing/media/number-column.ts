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
    this.set(this.#length, value);
  }

  /** At any place: what was skipped before it is NaN, or 0 where the kind has no NaN. */
  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const larger = new this.#kind(Math.ceil(Math.max(index + 1, this.#values.length * GROWTH)));
      larger.set(this.#values);
      this.#values = larger;
    }
    if (index > this.#length) this.#values.fill(NaN, this.#length, index);
    this.#values[index] = value;
    this.#length = Math.max(this.#length, index + 1);
  }

  /** NaN where there is none. */
  at(index: number): number {
    return index < this.#length ? (this.#values[index] ?? NaN) : NaN;
  }
}
