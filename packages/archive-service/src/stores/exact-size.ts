import { pipeline, Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { ServiceError } from '../errors.ts';

/**
 * The same bytes, which break where they are fewer or more than was told: a connection that was cut must not become a short object, and a
 * request that announces more than comes would wait for the rest.
 */
export function exactSize(body: Readable, size: number | undefined, key: string): Readable {
  if (size === undefined) return body;
  let passed = 0;
  const wrong = (): ServiceError =>
    new ServiceError(
      'STORE_SIZE_WRONG',
      `object ${key}: ${String(passed)} bytes came, and ${String(size)} were told`,
    );
  const counted = new Transform({
    transform(chunk: Buffer | string, _encoding, done) {
      passed += Buffer.byteLength(chunk);
      done(passed > size ? wrong() : null, chunk);
    },
    flush(done) {
      done(passed < size ? wrong() : null);
    },
  });
  pipeline(body, counted, () => undefined);
  return counted;
}
