/** JSON from others, once it is known to be an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a reader of JSON from others gives: the value, or the problem in words (field, value, what would be right). */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** Runs checks that throw, and turns what they threw into data. */
export function read<T>(check: () => T): Read<T> {
  try {
    return { ok: true, value: check() };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'unreadable' };
  }
}

export function refuse(field: string, value: unknown, wanted: string): never {
  throw new TypeError(`${field} is ${inWords(value)}; it must be ${wanted}`);
}

/** Never the whole value: it may be long, and it may be hostile. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value) return 'an object';
  return value === undefined ? 'missing' : String(value);
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function object(value: unknown, field: string): Fields {
  return isObject(value) ? value : refuse(field, value, 'an object');
}

export function list(value: unknown, field: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(field, value, 'a list');
}

export function text(value: unknown, field: string): string {
  return typeof value === 'string' && value ? value : refuse(field, value, 'a text that is not empty');
}

/** Whole numbers that JSON carries exactly, from 0: counters and minor units of money. */
export function whole(value: unknown, field: string): number {
  return Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : refuse(field, value, 'a whole number from 0');
}

export function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}

export function atLeastZero(value: unknown, field: string): number {
  return isFinite(value) && value >= 0 ? value : refuse(field, value, 'a number from 0');
}

export function version1(fields: Fields): void {
  if (fields['vitrine'] !== 1) refuse('vitrine', fields['vitrine'], '1');
}

/** The optional texts among `keys`. One that is no text, or empty, is left out: nothing depends on it. */
export function texts<Key extends string>(
  fields: Fields,
  ...keys: readonly Key[]
): { readonly [key in Key]?: string } {
  const found: { [key in Key]?: string } = {};
  for (const key of keys) {
    const value = fields[key];
    if (typeof value === 'string' && value) Object.assign(found, { [key]: value });
  }
  return found;
}

/** Reads each entry of a list and leaves out those that cannot be read, so that one bad entry costs only itself. */
export function readable<T>(value: unknown, check: (entry: unknown) => T): readonly T[] {
  return Array.isArray(value)
    ? value.flatMap((entry) => {
        const result = read(() => check(entry));
        return result.ok ? [result.value] : [];
      })
    : [];
}

/**
 * A copy of an object whose keys others chose. It has no prototype, so that a key such as "__proto__" is a key like
 * any other, and looking up "constructor" finds nothing that nobody put there.
 */
export function mapValues<T>(
  fields: Fields,
  check: (value: unknown, key: string) => T,
): Readonly<Record<string, T>> {
  const copy: Record<string, T> = Object.create(null);
  for (const [key, value] of Object.entries(fields)) copy[key] = check(value, key);
  return copy;
}
