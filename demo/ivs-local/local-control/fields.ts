/** A request's JSON body, read field by field; what is wrong is named in the error. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(body: unknown, path = '') {
    this.#path = path;
    if (body !== undefined && !isRecord(body)) throw new TypeError(`${path || 'the body'} must be an object`);
    this.#values = body ?? {};
  }

  number(field: string): number {
    const value = this.#values[field];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw this.#wrong(field, 'a number');
  }

  string(field: string): string {
    const value = this.#values[field];
    if (typeof value === 'string') return value;
    throw this.#wrong(field, 'a string');
  }

  oneOf<Value extends string>(field: string, values: readonly Value[]): Value | undefined {
    const value = this.#values[field];
    const known = values.find((candidate) => candidate === value);
    if (value === undefined || known !== undefined) return known;
    throw this.#wrong(field, `one of ${values.join(', ')}`);
  }

  object(field: string): Fields | undefined {
    const value = this.#values[field];
    return value === undefined ? undefined : new Fields(value, this.#name(field));
  }

  list(field: string): Fields[] {
    const value = this.#values[field] ?? [];
    if (!Array.isArray(value)) throw this.#wrong(field, 'a list');
    return value.map((item, index) => new Fields(item, `${this.#name(field)}[${index}]`));
  }

  strings(field: string): string[] {
    const value = this.#values[field];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    throw this.#wrong(field, 'a list of strings');
  }

  /** An object with the field, to be spread; empty where the field is absent. */
  optional<Field extends string>(field: Field, type: 'number'): Partial<Record<Field, number>>;
  optional<Field extends string>(field: Field, type: 'boolean'): Partial<Record<Field, boolean>>;
  optional<Field extends string>(field: Field, type: 'string'): Partial<Record<Field, string>>;
  optional(field: string, type: 'number' | 'boolean' | 'string'): Record<string, unknown> {
    const value = this.#values[field];
    if (value === undefined) return {};
    if (typeof value !== type) throw this.#wrong(field, `a ${type}`);
    return { [field]: value };
  }

  has(field: string): boolean {
    return this.#values[field] !== undefined;
  }

  /** Whether the field says null, which is not the same as saying nothing. */
  isNull(field: string): boolean {
    return this.#values[field] === null;
  }

  #name(field: string): string {
    return this.#path === '' ? field : `${this.#path}.${field}`;
  }

  #wrong(field: string, wanted: string): TypeError {
    return new TypeError(
      `${this.#name(field)} is ${JSON.stringify(this.#values[field]) ?? 'missing'}; it must be ${wanted}`,
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
