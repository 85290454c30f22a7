import { IvsError } from './ivs-errors.ts';

/** A request's JSON body, not yet trusted. */
export type Input = Readonly<Record<string, unknown>>;

export function readString(input: Input, field: string): string {
  const value = input[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new IvsError('ValidationException', `${field} must be a string of at least one character`);
}

export function readOptionalString(input: Input, field: string): string | undefined {
  const value = input[field];
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw new IvsError('ValidationException', `${field} must be a string`);
}

export function readArn(input: Input, field: string, kind: 'channel' | 'recording-configuration'): string {
  const arn = readString(input, field);
  if (new RegExp(`^arn:aws:ivs:[a-z0-9-]+:[0-9]+:${kind}/[a-zA-Z0-9-]+$`).test(arn)) return arn;
  throw new IvsError('ValidationException', `${field} is "${arn}"; it must be the ARN of a ${kind}`);
}

/** A whole number, or the default where the field is absent. */
export function readNumber(
  input: Input,
  field: string,
  range: { min: number; max: number; or: number },
): number {
  const value = input[field] ?? range.or;
  if (typeof value === 'number' && Number.isInteger(value) && value >= range.min && value <= range.max)
    return value;
  throw new IvsError(
    'ValidationException',
    `${field} must be a whole number from ${range.min} to ${range.max}`,
  );
}

export function readOneOf<Value extends string>(
  input: Input,
  field: string,
  values: readonly Value[],
): Value | undefined {
  const value = readOptionalString(input, field);
  const known = values.find((candidate) => candidate === value);
  if (value === undefined || known !== undefined) return known;
  throw new IvsError('ValidationException', `${field} is "${value}"; it must be one of ${values.join(', ')}`);
}

export function readObject(input: Input, field: string): Input {
  const value = input[field] ?? {};
  if (isInput(value)) return value;
  throw new IvsError('ValidationException', `${field} must be an object`);
}

export function readTags(input: Input): Record<string, string> {
  const tags = Object.entries(readObject(input, 'tags'));
  return Object.fromEntries(tags.map(([key, value]) => [key, String(value)]));
}

export function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A page of a list: `nextToken` is the index of the next entry. */
export function page<Item>(
  input: Input,
  items: readonly Item[],
): { items: readonly Item[]; nextToken?: string } {
  const max = readNumber(input, 'maxResults', { min: 1, max: 100, or: 100 });
  const from = Number(readOptionalString(input, 'nextToken') ?? 0);
  if (!Number.isInteger(from) || from < 0)
    throw new IvsError('ValidationException', 'nextToken is not one of ours');
  const next = from + max;
  return { items: items.slice(from, next), ...(next < items.length && { nextToken: String(next) }) };
}
