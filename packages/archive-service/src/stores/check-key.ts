import { ServiceError } from '../errors.ts';

/** S3's own limit. */
const KEY_MAX_BYTES = 1024;
/** Nearly all: nothing but ASCII that no part can begin wrongly with. Each request asks, so one look must do. */
const PLAIN = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/**
 * Refuses what could leave a folder store's root or mean two things: empty, `.` and `..` parts, a leading or trailing slash, backslashes,
 * control characters. No part may begin with a dot, which also keeps the folder store's unfinished files out of reach.
 */
export function checkKey(key: string): string {
  if (key.length <= KEY_MAX_BYTES && PLAIN.test(key)) return key;
  const problem = problemOf(key);
  if (problem) throw new ServiceError('STORE_KEY_INVALID', `object key ${JSON.stringify(key)}: ${problem}`);
  return key;
}

function problemOf(key: string): string | undefined {
  if (key === '') return 'must not be empty';
  if (Buffer.byteLength(key) > KEY_MAX_BYTES) return `must be at most ${String(KEY_MAX_BYTES)} bytes`;
  if (/[\u0000-\u001f\u007f\\]/.test(key)) return 'must have no control character and no backslash';
  for (const part of key.split('/')) {
    if (part === '') return 'must have no empty part and no slash at either end';
    if (part.startsWith('.')) return 'no part of it may begin with a dot';
  }
  return undefined;
}
