import { attempt, type Check, text } from '../internal/check.ts';
import { type Fields, isObject, list } from '../internal/check-shapes.ts';
import { money, unitPrice } from './money.ts';
import { option, product } from './product.ts';
import { variant } from './variant.ts';

type Checks = Readonly<Record<string, Check<unknown>>>;

const OFFER: Checks = { compareAtPrice: money, unitPrice };
const DETAILS: Checks = { ...OFFER, brand: text };
const LISTS: Checks = { images: text, options: option, variants: variant };

/**
 * What reading `{"products": [...]}` has left out, for whoever wrote it: each problem names the field, its value, and what it must be.
 * `name` is what the JSON is called in them. None where all was read, or where there is no list to read.
 */
export function productProblems(json: unknown, name: string): readonly string[] {
  const products = isObject(json) && json['products'];
  if (!Array.isArray(products)) return [];
  const first = new Map<unknown, number>();
  return products.flatMap((one: unknown, index) => {
    const field = `${name}.products[${String(index)}]`;
    const unread = problemsOf(product, one, field);
    if (unread.length > 0 || !isObject(one))
      return unread.map((problem) => `${problem}; the product is left out`);
    const { id } = one;
    const same = first.get(id);
    if (same !== undefined)
      return [
        `${field}.id is ${JSON.stringify(id)}, as that of products[${String(same)}]; the product is left out`,
      ];
    first.set(id, index);
    return [
      ...fieldProblems(DETAILS, one, field),
      ...Object.entries(LISTS).flatMap(([key, check]) => entryProblems(check, one[key], `${field}.${key}`)),
    ];
  });
}

function entryProblems(check: Check<unknown>, entries: unknown, field: string): readonly string[] {
  if (isMissing(entries)) return [];
  if (!Array.isArray(entries)) return problemsOf(list, entries, field);
  return entries.flatMap((entry: unknown, index) => {
    const name = `${field}[${String(index)}]`;
    const unread = problemsOf(check, entry, name);
    if (unread.length > 0) return unread.map((problem) => `${problem}; it is left out`);
    return check === variant && isObject(entry) ? fieldProblems(OFFER, entry, name) : [];
  });
}

function fieldProblems(checks: Checks, fields: Fields, name: string): readonly string[] {
  return Object.entries(checks).flatMap(([key, check]) =>
    isMissing(fields[key]) ? [] : problemsOf(check, fields[key], `${name}.${key}`),
  );
}

function problemsOf(check: Check<unknown>, value: unknown, field: string): readonly string[] {
  const read = attempt(check, value, field);
  return read.ok ? [] : [read.problem];
}

/** Many a shop's JSON says so of what a product does not have. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}
