import { attempt, type Check, refuse } from './check.ts';

/** A JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

type Flat<T> = { readonly [Key in keyof T]: T[Key] };
type MayBeMissing<T> = undefined extends T ? true : false;

/** What an object has that passed these checks; where a check may give `undefined`, the field may be missing. */
type Shaped<Checks extends Readonly<Record<string, Check<unknown>>>> = Flat<
  {
    [Key in keyof Checks as MayBeMissing<ReturnType<Checks[Key]>> extends true ? never : Key]: ReturnType<
      Checks[Key]
    >;
  } & {
    [Key in keyof Checks as MayBeMissing<ReturnType<Checks[Key]>> extends true ? Key : never]?: Exclude<
      ReturnType<Checks[Key]>,
      undefined
    >;
  }
>;

export const object: Check<Fields> = (value, field) =>
  isObject(value) ? value : refuse(field, value, 'an object');

export const list: Check<readonly unknown[]> = (value, field) =>
  Array.isArray(value) ? value : refuse(field, value, 'a list');

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with these fields; others are ignored. */
export function shape<Checks extends Readonly<Record<string, Check<unknown>>>>(
  checks: Checks,
): Check<Shaped<Checks>> {
  return (value, field) => {
    const fields = object(value, field);
    const found: Record<string, unknown> = {};
    for (const [key, check] of Object.entries(checks)) {
      const result = check(fields[key], `${field}.${key}`);
      if (result !== undefined) found[key] = result;
    }
    return found as Shaped<Checks>;
  };
}

/** A list without the entries that cannot be read: one bad entry costs only itself. */
export function readable<T>(check: Check<T>): Check<readonly T[]> {
  return (value, field) =>
    list(value, field).flatMap((entry) => {
      const result = attempt(check, entry, field);
      return result.ok ? [result.value] : [];
    });
}

/** No entries, as mapOf would give it. */
export const EMPTY_MAP: Readonly<Record<string, never>> = Object.freeze(Object.create(null));

/**
 * An object whose keys others chose. The copy has no prototype, so that a key such as "__proto__" is a key like any
 * other, and looking up "constructor" finds nothing that nobody put there.
 */
export function mapOf<T>(check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value, field) => {
    const copy: Record<string, T> = Object.create(null);
    for (const [key, entry] of Object.entries(object(value, field)))
      copy[key] = check(entry, `${field}.${key}`);
    return copy;
  };
}
