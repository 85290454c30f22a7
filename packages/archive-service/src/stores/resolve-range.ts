import type { ByteRange } from './object-store.ts';
import { ServiceError } from '../errors.ts';

/** First and last byte of what is asked for, cut to the object's size. Throws where the range begins behind the object's end. */
export function resolveRange(
  key: string,
  size: number,
  range: ByteRange | undefined,
): { start: number; end: number } {
  if (!range) return { start: 0, end: size - 1 };
  const end = Math.min(range.end ?? size - 1, size - 1);
  const valid = Number.isSafeInteger(range.start) && range.start >= 0 && range.start <= end;
  if (!valid) throw rangeError(key, range);
  return { start: range.start, end };
}

export function rangeError(key: string, range: ByteRange | undefined): ServiceError {
  const asked = range ? `${String(range.start)} to ${String(range.end ?? 'the end')}` : 'the whole';
  return new ServiceError('STORE_RANGE_INVALID', `object ${key} does not hold the bytes ${asked}`);
}
