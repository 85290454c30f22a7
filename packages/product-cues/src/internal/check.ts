/** What a reader of JSON from others gives: the value, or the problem in words (field, value, what would be right). */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** Gives the value as the type that it must have; throws a TypeError that names `field` where it cannot. */
export type Check<T> = (value: unknown, field: string) => T;

/** Runs a check, and turns what it threw into data. */
export function attempt<T>(check: Check<T>, value: unknown, field: string): Read<T> {
  try {
    return { ok: true, value: check(value, field) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
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

export const text: Check<string> = (value, field) =>
  typeof value === 'string' && value ? value : refuse(field, value, 'a text');

export const number: Check<number> = (value, field) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(field, value, 'a number');

/** Seconds, mostly. */
export const atLeastZero: Check<number> = (value, field) =>
  number(value, field) >= 0 ? number(value, field) : refuse(field, value, '0 or more');

/** Whole numbers that JSON carries exactly, from 0: counters, and minor units of money. */
export const whole: Check<number> = (value, field) =>
  Number.isSafeInteger(value) ? atLeastZero(value, field) : refuse(field, value, 'a whole number');

/** The version of our formats. It is checked, and no part of what was read. */
export const version1: Check<undefined> = (value, field) =>
  value === 1 ? undefined : refuse(field, value, '1');

export function oneOf<const T>(values: readonly T[]): Check<T> {
  return (value, field) =>
    values.find((known) => known === value) ?? refuse(field, value, values.join(' or '));
}

/** A value that the check refuses counts as `other`: newer than this code, or not worth losing the rest for. */
export function orElse<T, const Other>(check: Check<T>, other: Other): Check<T | Other> {
  return (value, field) => {
    const result = attempt(check, value, field);
    return result.ok ? result.value : other;
  };
}

/** For what may be missing; where it is there, it must be right. */
export function ifPresent<T>(check: Check<T>): Check<T | undefined> {
  return (value, field) => (value === undefined ? value : check(value, field));
}
